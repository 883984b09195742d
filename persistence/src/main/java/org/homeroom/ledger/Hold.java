package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * An amount set aside on a student's checking account.
 *
 * @param studentName such as {@code Wanjiru M.}
 * @param amount in minor units, above zero
 * @param reason what people read
 * @param expiresAt from then on it counts no more
 * @param state {@code held}, {@code released}, {@code captured} or {@code expired}
 * @param endedAt null unless somebody released or captured it
 * @param entryId what a captured one became; null otherwise
 */
public record Hold(
        UUID id,
        UUID bookId,
        UUID accountId,
        UUID studentId,
        String studentName,
        long amount,
        String currency,
        String reason,
        Instant placedAt,
        Instant expiresAt,
        String state,
        @Nullable Instant endedAt,
        @Nullable UUID entryId) {

    /** Tells whether it lowers what may be spent. */
    public boolean isLive() {
        return state.equals("held");
    }
}
