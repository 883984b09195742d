package org.homeroom.tenancy;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** Another school has that address already. */
public class SubdomainTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    public SubdomainTaken() {
        super(
                ErrorCode.CONFLICT,
                "subdomain",
                "Another school has that address already. Choose another.");
    }
}
