package org.homeroom.identity;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** A passkey signed fewer times than it had before: two devices hold the same key. */
public class CopiedPasskey extends Refusal {

    private static final long serialVersionUID = 1L;

    public CopiedPasskey() {
        super(
                ErrorCode.AUTHENTICATION_ERROR,
                "Somebody may have copied that passkey. Sign in with your password and remove it.");
    }
}
