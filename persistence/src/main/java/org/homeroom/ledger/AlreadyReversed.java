package org.homeroom.ledger;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** An entry is reversed at most once, and a reversal never. */
public class AlreadyReversed extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Refuses the second reversal. */
    public AlreadyReversed() {
        super(
                ErrorCode.CONFLICT,
                "This entry was taken back before, or takes another back itself. Book a new entry instead.");
    }
}
