package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.homeroom.kernel.MoneyJson;

/**
 * A row of a statement on the wire.
 *
 * @param balanceAfter null for an account without a running balance
 * @param sealPosition the entry's place in the sealed chain; null until it is sealed
 * @param corrects the last day of the closed period that it corrects; null when it corrects none
 */
public record EntryJson(
        UUID id,
        Instant recordedAt,
        String kind,
        String description,
        Cause cause,
        @Nullable UUID actorId,
        @Nullable UUID reversalOf,
        @Nullable UUID reversedBy,
        MoneyJson amount,
        @Nullable MoneyJson balanceAfter,
        @Nullable Long sealPosition,
        @Nullable LocalDate corrects) {

    static EntryJson of(EntryRow row, String currency) {
        return new EntryJson(
                row.entryId(),
                row.recordedAt(),
                row.kind(),
                row.description(),
                row.cause(),
                row.actorId(),
                row.reversalOf(),
                row.reversedBy(),
                MoneyJson.of(row.amount(), currency),
                row.balanceAfter() == null ? null : MoneyJson.of(row.balanceAfter(), currency),
                row.sealPosition(),
                row.corrects());
    }
}
