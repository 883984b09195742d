package org.homeroom.ledger;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** The postings of an entry do not sum to zero: a fault of ours that nobody may see as money. */
public class UnbalancedEntry extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Names the entry by its key. */
    public UnbalancedEntry(String key, int postings, long sum) {
        super(
                ErrorCode.INTERNAL_ERROR,
                "Entry %s has %d postings that sum to %d. Nothing was booked."
                        .formatted(key, postings, sum));
    }
}
