package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * What an entry of a reward, fine or payment did to the account of a student that it was for.
 * Amounts are minor units.
 *
 * @param part empty for the award itself, {@code cover} for what savings gave, {@code fee} for what
 *     going below zero cost
 * @param kind of the award
 * @param name in short; null for somebody without a seat
 * @param reversedBy the entry that took it back, null for none
 */
public record AwardEntry(
        UUID entryId,
        String part,
        AwardKind kind,
        String account,
        UUID studentId,
        @Nullable String name,
        String text,
        long amount,
        long balanceAfter,
        Instant recordedAt,
        @Nullable UUID reversedBy) {

    /** Tells whether it is the award itself. */
    public boolean isAward() {
        return part.isEmpty();
    }

    /** Tells whether it was not taken back. */
    public boolean isStanding() {
        return reversedBy == null;
    }
}
