package org.homeroom.payroll;

import java.util.UUID;

/**
 * A student paid by a chunk; amounts in minor units.
 *
 * @param kind of the entry: pay, or pay_correction
 */
public record PaidLine(UUID studentId, UUID entryId, long amount, long balanceAfter, String kind) {

    /** Tells whether it corrects earlier pay. */
    public boolean isCorrection() {
        return !kind.equals("pay");
    }
}
