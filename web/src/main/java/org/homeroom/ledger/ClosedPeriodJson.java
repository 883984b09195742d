package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A closed period on the wire.
 *
 * @param through its last day, in the class's zone
 * @param entries how many entries the class had until then
 * @param position the number of the last seal among them; null without entries
 * @param seal its digest in hexadecimal; null likewise
 * @param digest of all this and the closing balances, in hexadecimal
 * @param reopenedAt null while it is closed
 */
public record ClosedPeriodJson(
        UUID id,
        UUID classId,
        LocalDate through,
        long entries,
        @Nullable Long position,
        @Nullable String seal,
        String digest,
        Instant closedAt,
        @Nullable Instant reopenedAt,
        @Nullable String reopenReason) {

    static ClosedPeriodJson of(ClosedPeriod period) {
        return new ClosedPeriodJson(
                period.id(),
                period.bookId(),
                period.through(),
                period.entries(),
                period.position(),
                period.seal(),
                period.digest(),
                period.closedAt(),
                period.reopenedAt(),
                period.reopenReason());
    }
}
