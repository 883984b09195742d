package org.homeroom.ledger;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalEntryTest {

    private final UUID one = UUID.randomUUID();
    private final UUID two = UUID.randomUUID();

    @Test
    void refusesWhatDoesNotSumToZero() {
        assertThrows(
                UnbalancedEntry.class,
                () -> entry(List.of(new Posting(one, 5), new Posting(two, -4))));
        assertThrows(UnbalancedEntry.class, () -> entry(List.of()));
    }

    @Test
    void refusesOverflowRatherThanWrappingToZero() {
        List<Posting> wrapping =
                List.of(
                        new Posting(one, Long.MAX_VALUE),
                        new Posting(one, Long.MAX_VALUE),
                        new Posting(two, 2));
        assertThrows(ArithmeticException.class, () -> entry(wrapping));
    }

    private JournalEntry entry(List<Posting> postings) {
        return new JournalEntry(one, "key", "pay", "Pay", new Cause("test", null), null, postings);
    }
}
