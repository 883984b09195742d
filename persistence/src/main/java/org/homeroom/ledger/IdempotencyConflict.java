package org.homeroom.ledger;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** The key was used before for an entry with other content. */
public class IdempotencyConflict extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Names the key. */
    public IdempotencyConflict(String key) {
        super(
                ErrorCode.CONFLICT,
                "The key " + key + " was used for another entry. Use a new key for a new entry.");
    }
}
