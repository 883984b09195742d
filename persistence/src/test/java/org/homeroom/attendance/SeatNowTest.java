package org.homeroom.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeatNowTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    /** 08:00 on Monday 12 October in the class's zone. */
    private static final Instant MORNING = Instant.parse("2026-10-12T15:00:00Z");

    private static final Instant LATER = MORNING.plusSeconds(3600);
    private static final Instant TOMORROW = MORNING.plusSeconds(86400);

    @Test
    void standsWhereTheLastTapOfTheDayLeft() {
        assertEquals(Presence.IN, seat(true, MORNING, false, null).presence(LATER));
        assertEquals(Presence.IN, seat(true, MORNING, false, null).presence(TOMORROW));
        assertEquals(Presence.AWAY, seat(false, MORNING, false, null).presence(LATER));
        assertEquals(Presence.NOT_YET, seat(false, MORNING, false, null).presence(TOMORROW));
        assertEquals(Presence.NOT_YET, seat(false, null, false, null).presence(LATER));
    }

    @Test
    void isDoneWhoMayNotComeBackToday() {
        assertEquals(Presence.DONE, seat(false, MORNING, true, null).presence(LATER));
        assertEquals(Presence.DONE, seat(false, null, true, null).presence(LATER));
        assertEquals(Presence.DONE, seat(false, MORNING, false, 30).presence(LATER));
        assertEquals(Presence.AWAY, seat(false, MORNING, false, 31).presence(LATER));
    }

    /** A student who has been in for half an hour today. */
    private static SeatNow seat(boolean in, Instant since, boolean done, Integer limit) {
        UUID one = new UUID(0, 1);
        return new SeatNow(
                one, one, "Noor", "P", true, ZONE, in, since, null, done, limit, 1800, 0, 0);
    }
}
