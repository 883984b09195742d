package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The books of a class up to a day, closed: nothing is dated into it any more.
 *
 * @param through the last day, in the class's zone as it was then
 * @param until the instant at which the next day begins
 * @param entries how many entries the book had before that
 * @param position the number of the last seal among them; null without entries
 * @param seal its digest in hexadecimal; null likewise
 * @param digest of all this and the closing balances, in hexadecimal
 * @param reopenedAt null while it is closed
 */
public record ClosedPeriod(
        UUID id,
        UUID bookId,
        LocalDate through,
        Instant until,
        long entries,
        @Nullable Long position,
        @Nullable String seal,
        String digest,
        Instant closedAt,
        @Nullable Instant reopenedAt,
        @Nullable String reopenReason) {

    /** Tells whether it is closed still. */
    public boolean isClosed() {
        return reopenedAt == null;
    }
}
