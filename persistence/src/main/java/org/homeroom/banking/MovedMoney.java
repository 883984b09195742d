package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * What became of a student's share. Amounts are minor units.
 *
 * @param entryId null when the student was short and nothing was booked
 * @param balanceAfter likewise
 * @param holds what the account held before
 * @param spare what was in savings before
 * @param outcome {@code posted}, {@code covered} by savings, {@code overdrawn} or {@code short}
 * @param replayed true when an earlier call had booked it
 */
public record MovedMoney(
        UUID studentId,
        @Nullable UUID entryId,
        long amount,
        @Nullable Long balanceAfter,
        long holds,
        long spare,
        String outcome,
        boolean replayed) {

    /** Tells whether the student had too little, so that nobody's money was moved. */
    public boolean isShort() {
        return outcome.equals("short");
    }
}
