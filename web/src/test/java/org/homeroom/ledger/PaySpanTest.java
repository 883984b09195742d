package org.homeroom.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaySpanTest {

    private static final Instant PAID = Instant.parse("2026-10-16T22:00:00Z");
    private static final Instant LATER = PAID.plusSeconds(1800);
    private static final Instant LAST = PAID.plusSeconds(3600);

    @Test
    void whoeverWasInAtTheEarlierPayCountsFromThere() {
        assertEquals(List.of(new PaySpan(PAID, LATER, false)), spans(PAID, tap("out", LATER)));
        assertEquals(List.of(new PaySpan(PAID, null, false)), spans(PAID));
    }

    @Test
    void ofARepeatedInTheFirstCounts() {
        assertEquals(
                List.of(new PaySpan(PAID, LAST, false)),
                spans(null, tap("in", PAID), tap("in", LATER), tap("out", LAST)));
    }

    @Test
    void anOutWithoutAnInAddsNothing() {
        assertEquals(List.of(), spans(null, tap("out", LATER)));
    }

    @Test
    void oneWithoutAnOutIsOpen() {
        assertEquals(List.of(new PaySpan(LATER, null, false)), spans(PAID, tap("in", LATER)));
    }

    @Test
    void theDailyLimitsOwnTapSaysSo() {
        TapMark limit = new TapMark(UUID.randomUUID(), "out", LATER, "import", true);

        assertEquals(List.of(new PaySpan(PAID, LATER, true)), spans(null, tap("in", PAID), limit));
    }

    @Test
    void anOpenOneLastsUntilThePayEnds() {
        assertEquals(1800, new PaySpan(PAID, LATER, false).seconds(LAST));
        assertEquals(3600, new PaySpan(PAID, null, false).seconds(LAST));
    }

    private static List<PaySpan> spans(Instant from, TapMark... taps) {
        UUID id = new UUID(1, 1);
        return PaySpan.of(
                new PayStory(
                        id, id, 1800, 250_000, from, LAST, 1L, PAID, PAID, List.of(taps), null));
    }

    private static TapMark tap(String action, Instant at) {
        return new TapMark(UUID.randomUUID(), action, at, "tap", false);
    }
}
