package org.homeroom.ledger;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Entries are written as amount and balance after, the newest first. */
class StatementProofTest {

    private static final Instant DAY = Instant.parse("2026-10-12T00:00:00Z");

    @Test
    void aLifeThatBeginsWithNothingAndEndsWithTheBalanceHolds() {
        assertTrue(holds(null, null, 70, "-30 70", "100 100"));
        assertTrue(holds(null, null, 0));
    }

    @Test
    void aBalanceThatNoEntryLeftIsFound() {
        assertFalse(holds(null, null, 71, "-30 70", "100 100"));
        assertFalse(holds(null, null, 5));
    }

    @Test
    void anEntryThatIsMissingOrChangedIsFound() {
        assertFalse(holds(null, null, 70, "-30 70", "100 110"));
        assertFalse(holds(null, null, 70, "-30 70"));
        assertFalse(holds(DAY, null, 70, "-30 70", "10 90"));
    }

    @Test
    void daysInBetweenBeginWithWhatWasThere() {
        assertTrue(holds(DAY, DAY, 70, "-30 70", "10 100"));
    }

    /** Pay that came between the two looks is no alarm. */
    @Test
    void anEntryThatCameAfterTheBalanceWasReadHolds() {
        assertTrue(holds(null, null, 70, "5 75", "-30 70", "100 100"));
    }

    private static boolean holds(Instant from, Instant to, long closing, String... entries) {
        List<WhyEntry> rows =
                Stream.of(entries)
                        .map(one -> one.split(" "))
                        .map(one -> row(Long.parseLong(one[0]), Long.parseLong(one[1])))
                        .map(row -> new WhyEntry(row, null, null, null, null))
                        .toList();
        return StatementProof.holds(
                new Why(null, ZoneOffset.UTC, from, to, 0, closing, List.of(), rows));
    }

    private static EntryRow row(long amount, long after) {
        return new EntryRow(
                "",
                UUID.randomUUID(),
                DAY,
                "pay",
                "Pay",
                new Cause("test", null),
                null,
                null,
                null,
                amount,
                after,
                null,
                null);
    }
}
