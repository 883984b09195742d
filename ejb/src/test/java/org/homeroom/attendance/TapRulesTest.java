package org.homeroom.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;

class TapRulesTest {

    private static final Instant NINE = Instant.parse("2026-10-13T16:00:00Z");

    private boolean enabled = true;
    private boolean isIn;
    private boolean done;
    private Integer limitMinutes;
    private long todaySeconds;

    @Test
    void startsAndStops() {
        assertEquals(TapOutcome.START, decide(TapAction.IN, null));

        isIn = true;

        assertEquals(TapOutcome.BREAK, decide(TapAction.OUT, "Water"));
        assertEquals(TapOutcome.DONE, decide(TapAction.OUT, "done"));
    }

    @Test
    void addsNothingInTheSameState() {
        assertEquals(TapOutcome.NOTHING, decide(TapAction.OUT, "Water"));

        isIn = true;

        assertEquals(TapOutcome.NOTHING, decide(TapAction.IN, null));
    }

    @Test
    void endsTheDayOfWhoIsOutAlready() {
        assertEquals(TapOutcome.END_DAY, decide(TapAction.OUT, "done"));
    }

    @Test
    void closedTappingComesBeforeEverythingElse() {
        enabled = false;
        done = true;

        Refusal refusal = refused(TapAction.OUT, null);

        assertEquals(ErrorCode.AUTHORIZATION_ERROR, refusal.code());
        assertEquals("Tapping is closed for Period 2 right now.", refusal.getMessage());
    }

    @Test
    void doneForTheDayComesBeforeTheLimit() {
        done = true;
        limitMinutes = 10;
        todaySeconds = 600;

        assertEquals(
                "You are done for today. See you tomorrow.",
                refused(TapAction.IN, null).getMessage());
    }

    @Test
    void aStopNeedsAReasonEvenWhenOut() {
        assertEquals("reason", refused(TapAction.OUT, null).field());
    }

    @Test
    void theLimitStopsAStartToTheSecond() {
        limitMinutes = 75;
        todaySeconds = 75 * 60 - 1;

        assertEquals(TapOutcome.START, decide(TapAction.IN, null));

        todaySeconds = 75 * 60;

        Refusal refusal = refused(TapAction.IN, null);
        assertEquals(ErrorCode.VALIDATION_ERROR, refusal.code());
        assertTrue(refusal.getMessage().contains("1 h 15 min"), refusal.getMessage());
    }

    @Test
    void whoIsInMayTapInAgainAtTheLimit() {
        isIn = true;
        limitMinutes = 75;
        todaySeconds = 75 * 60;

        assertEquals(TapOutcome.NOTHING, decide(TapAction.IN, null));
    }

    @Test
    void readsReasons() {
        assertNull(TapRules.reason("  "));
        assertEquals("done", TapRules.reason(" Done for the Day "));
        assertEquals("Water", TapRules.reason(" Water "));
        assertEquals(50, TapRules.reason("x".repeat(50)).length());
        assertThrows(Refusal.class, () -> TapRules.reason("x".repeat(51)));
        assertThrows(Refusal.class, () -> TapRules.reason("a\nb"));
    }

    private TapOutcome decide(TapAction action, String reason) {
        return TapRules.decide(seat(), "Period 2", action, reason);
    }

    private Refusal refused(TapAction action, String reason) {
        return assertThrows(Refusal.class, () -> decide(action, reason));
    }

    private SeatNow seat() {
        return new SeatNow(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Wanjiru",
                "M",
                enabled,
                ZoneId.of("America/Los_Angeles"),
                isIn,
                NINE,
                null,
                done,
                limitMinutes,
                todaySeconds,
                todaySeconds,
                0);
    }
}
