package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A bonus or fee for a whole class, the interest of a period, or what is due of loans and
 * certificates. Amounts are minor units.
 *
 * @param kind {@code bonus}, {@code interest} or {@code due}
 * @param title what the statement says
 * @param amount of a bonus, the same for everybody, negative for a fee; else null
 * @param periodFrom the first day of interest; else null
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

    /** Tells whether it takes instalments and pays certificates out. */
    public boolean isDue() {
        return kind.equals("due");
    }

    /** Tells whether a job books it; a bonus is booked at once. */
    public boolean isByJob() {
        return isInterest() || isDue();
    }
}
