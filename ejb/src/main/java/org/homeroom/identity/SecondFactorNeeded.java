package org.homeroom.identity;

import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** The first proof is right, and the account asks for a code as well. */
public class SecondFactorNeeded extends Refusal {

    private static final long serialVersionUID = 1L;

    private final UUID accountId;
    private final String way;

    /**
     * Asks for the code.
     *
     * @param way what the first proof was, for the audit
     */
    public SecondFactorNeeded(UUID accountId, String way) {
        super(
                ErrorCode.SECOND_FACTOR_REQUIRED,
                "totp",
                "Type the code that your authenticator app shows, or a recovery code.");
        this.accountId = accountId;
        this.way = way;
    }

    /** Returns what the first proof was. */
    public String way() {
        return way;
    }

    /** Returns whose proof it was. */
    public UUID accountId() {
        return accountId;
    }
}
