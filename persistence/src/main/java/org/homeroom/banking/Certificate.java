package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Savings that a student locked for a term. Amounts are minor units.
 *
 * @param rateMicros millionths of a year, inflation included
 * @param interest what it earns by its day
 * @param penalty what ending it early costs; null when it cannot
 * @param maturesOn from this day on it is paid out
 * @param state {@code open}, {@code matured}, {@code ended} early or {@code taken_back}
 */
public record Certificate(
        UUID id,
        UUID classId,
        UUID studentId,
        String studentName,
        String title,
        long amount,
        long rateMicros,
        int weeks,
        long interest,
        @Nullable Long penalty,
        Instant openedAt,
        LocalDate maturesOn,
        String state) {

    /** Returns what it will be worth. */
    public long worth() {
        return amount + interest;
    }

    /** Returns what ending it early would pay; the whole amount where it cannot end early. */
    public long early() {
        return penalty == null ? amount : amount - penalty;
    }

    /** Tells whether it has matured by the day, paid out or not. */
    public boolean isDue(LocalDate today) {
        return !today.isBefore(maturesOn);
    }

    /** Returns what ending it on the day pays. */
    public long endedOn(LocalDate today) {
        return isDue(today) ? worth() : early();
    }

    /** Tells whether it can end on the day. */
    public boolean canEnd(LocalDate today) {
        return isOpen() && (penalty != null || isDue(today));
    }

    /** Tells whether it is locked. */
    public boolean isOpen() {
        return state.equals("open");
    }
}
