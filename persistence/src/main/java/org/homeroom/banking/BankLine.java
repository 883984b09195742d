package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * One student in a bank run. Amounts are minor units.
 *
 * @param holds what the account held at the rehearsal
 * @param average what savings held on an average day of the period; null for a bonus
 * @param isShort a fee leaves the student out, who has too little
 * @param entryId null until booked
 */
public record BankLine(
        UUID studentId,
        String name,
        long holds,
        @Nullable Long average,
        long amount,
        boolean isShort,
        @Nullable UUID entryId) {

    /** Returns what the account would hold afterwards. */
    public long after() {
        return holds + amount;
    }
}
