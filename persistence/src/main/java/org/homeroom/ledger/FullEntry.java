package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An entry with all of its postings.
 *
 * @param reversalOf the entry that this one takes back, or null
 * @param reversedBy the entry that took this one back, or null
 * @param sealPosition its place in the school's sealed chain; null until it is sealed
 * @param seal the digest there, in hexadecimal; null likewise
 * @param closedThrough the last day of the closed period that it lies in; null in an open one
 * @param corrects the last day of the closed period that it corrects; null when it corrects none
 */
public record FullEntry(
        UUID id,
        UUID bookId,
        Instant recordedAt,
        String kind,
        String description,
        @Nullable UUID reversalOf,
        @Nullable UUID reversedBy,
        @Nullable Long sealPosition,
        @Nullable String seal,
        @Nullable LocalDate closedThrough,
        @Nullable LocalDate corrects,
        List<EntryLine> lines) {

    /** Tells whether it may be taken back: not twice, and a taking back never. */
    public boolean isReversible() {
        return reversalOf == null && reversedBy == null;
    }
}
