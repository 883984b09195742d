package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A posting of one account with its entry: a row of a statement.
 *
 * @param cursor where to go on after this row
 * @param actorId who did it; null for the system
 * @param reversalOf the entry that this one takes back, or null
 * @param reversedBy the entry that took this one back, or null
 * @param amount in minor units
 * @param balanceAfter null for an account without a running balance
 * @param sealPosition the entry's place in the school's sealed chain; null until it is sealed
 * @param corrects the last day of the closed period that it corrects; null when it corrects none
 */
public record EntryRow(
        String cursor,
        UUID entryId,
        Instant recordedAt,
        String kind,
        String description,
        Cause cause,
        UUID actorId,
        UUID reversalOf,
        UUID reversedBy,
        long amount,
        Long balanceAfter,
        Long sealPosition,
        @Nullable LocalDate corrects) {}
