package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A bonus or fee for a whole class, or the interest of a period. Amounts are minor units.
 *
 * @param kind {@code bonus} or {@code interest}
 * @param title what the statement says
 * @param amount of a bonus, the same for everybody, negative for a fee; null for interest
 * @param periodFrom the first day of interest; null for a bonus
 * @param periodTo the day after the last; null likewise
 * @param studentCount students whose balance changes
 * @param shortCount students whom a fee leaves out, who have too little
 * @param failure why it stopped, else null
 * @param jobExecutionId the newest execution of its job; null without one
 */
public record BankRun(
        UUID id,
        UUID classId,
        String kind,
        BankRunState state,
        String title,
        @Nullable Long amount,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        int lineCount,
        int studentCount,
        int shortCount,
        long total,
        int paidCount,
        long paidTotal,
        Instant createdAt,
        @Nullable Instant committedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        @Nullable Instant reversedAt,
        @Nullable String reverseReason,
        @Nullable Long jobExecutionId,
        long version) {

    /** Tells whether it pays interest. */
    public boolean isInterest() {
        return kind.equals("interest");
    }
}
