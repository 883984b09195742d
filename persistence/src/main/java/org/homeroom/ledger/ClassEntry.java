package org.homeroom.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * What an entry of a class's book did to one person's account.
 *
 * @param owner the person's name in short; null for somebody without a seat
 * @param account what kind of account
 * @param amount in minor units, as is the balance after it
 * @param reversalOf the entry that it takes back, null for none
 * @param reversedBy the entry that took it back, null for none
 */
public record ClassEntry(
        UUID entryId,
        Instant recordedAt,
        String kind,
        String description,
        UUID ownerId,
        String owner,
        UUID accountId,
        String account,
        long amount,
        long balanceAfter,
        UUID reversalOf,
        UUID reversedBy) {

    /** Tells whether it may be taken back: not twice, and a taking back never. */
    public boolean isReversible() {
        return reversalOf == null && reversedBy == null;
    }
}
