package org.homeroom.identity;

import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** The password is right, and the account asks for a code as well. */
public class SecondFactorNeeded extends Refusal {

    private static final long serialVersionUID = 1L;

    private final UUID accountId;

    public SecondFactorNeeded(UUID accountId) {
        super(
                ErrorCode.SECOND_FACTOR_REQUIRED,
                "totp",
                "Type the code that your authenticator app shows, or a recovery code.");
        this.accountId = accountId;
    }

    /** Returns whose password it was. */
    public UUID accountId() {
        return accountId;
    }
}
