package org.homeroom.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;

class ClosingRulesTest {

    private static final Instant NOW = Instant.parse("2026-10-13T16:00:00Z");

    @Test
    void onlyAWishOrHalfAYearsAbsenceCloses() {
        Instant day180 = NOW.minus(ClosingRules.ABSENCE);
        assertEquals("request", ClosingRules.ground(true, NOW, NOW));
        assertEquals("absence", ClosingRules.ground(false, day180, NOW));
        assertEquals("absence", ClosingRules.ground(false, null, NOW), "never here");
        assertThrows(Refusal.class, () -> ClosingRules.ground(false, day180.plusSeconds(1), NOW));
    }

    @Test
    void aPeriodIsShortAndPlain() {
        assertEquals("Per_1-a 2", ClosingRules.period(" Per_1-a 2 "));
        for (String wrong : List.of("", "12345678901", "A'; drop", "<b>")) {
            assertThrows(Refusal.class, () -> ClosingRules.period(wrong), wrong);
        }
        assertThrows(Refusal.class, () -> ClosingRules.period(null));
    }

    @Test
    void aReasonIsShortOrNone() {
        assertNull(ClosingRules.reason("  "));
        assertEquals("Moving", ClosingRules.reason(" Moving "));
        assertThrows(Refusal.class, () -> ClosingRules.reason("a".repeat(501)));
    }
}
