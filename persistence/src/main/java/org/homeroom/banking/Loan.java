package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A student's loan, from the wish on. Amounts are minor units.
 *
 * @param state {@code asked}, {@code refused}, {@code running}, {@code repaid}, {@code written_off}
 *     or {@code taken_back}
 * @param reason why it was refused or written off
 * @param owed principal that is not paid back, while it runs
 * @param accrued interest of weeks that have come and are not paid
 * @param missed instalments that a run found too little for
 * @param nextDue when the next instalment is due; null when none is
 * @param nextAmount how much that is
 */
public record Loan(
        UUID id,
        UUID classId,
        UUID studentId,
        String studentName,
        UUID productId,
        String title,
        long amount,
        long rateMicros,
        int weeks,
        String purpose,
        String state,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        long owed,
        long accrued,
        int missed,
        @Nullable LocalDate nextDue,
        long nextAmount) {

    /** Returns what paying it off now takes. */
    public long payoff() {
        return owed + accrued;
    }

    /** Tells whether the teacher has to decide. */
    public boolean isAsked() {
        return state.equals("asked");
    }

    /** Tells whether it is being paid back. */
    public boolean isRunning() {
        return state.equals("running");
    }
}
