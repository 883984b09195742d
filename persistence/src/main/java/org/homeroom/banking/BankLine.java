package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * One student in a bank run. Amounts are minor units.
 *
 * @param holds what the account held at the rehearsal
 * @param average what savings held on an average day of the period; null for a bonus
 * @param isShort a fee or instalment leaves the student out, who has too little
 * @param entryId null until booked
 * @param title the instalment or certificate; null in other runs
 */
public record BankLine(
        UUID studentId,
        String name,
        long holds,
        @Nullable Long average,
        long amount,
        boolean isShort,
        @Nullable UUID entryId,
        @Nullable String title) {

    /** Returns what the account would hold afterwards. */
    public long after() {
        return holds + amount;
    }
}
