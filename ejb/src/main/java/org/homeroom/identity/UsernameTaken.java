package org.homeroom.identity;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** Somebody in the school has that user name already. */
public class UsernameTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    public UsernameTaken() {
        super(ErrorCode.CONFLICT, "username", "Someone has that username already. Choose another.");
    }
}
