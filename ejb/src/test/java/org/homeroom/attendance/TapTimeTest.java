package org.homeroom.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TapTimeTest {

    private final TapTime riverbend = new TapTime(ZoneId.of("America/Los_Angeles"));

    @Test
    void readsInstantsWithAnOffset() {
        assertEquals(at("2026-10-12T16:10:00Z"), riverbend.read("2026-10-12T16:10:00Z"));
        assertEquals(at("2026-10-12T16:10:00Z"), riverbend.read("2026-10-12 09:10:00-07:00"));
        assertEquals(at("2026-10-12T16:10:00Z"), riverbend.read("2026-10-12t16:10:00.987Z"));
    }

    @Test
    void readsTheClassClock() {
        assertEquals(at("2026-10-12T16:10:00Z"), riverbend.read("2026-10-12 09:10:00"));
        assertEquals(at("2026-10-12T16:10:00Z"), riverbend.read("2026-10-12T09:10"));
        assertEquals(at("2026-12-01T17:10:00Z"), riverbend.read("2026-12-01 09:10"));
    }

    @Test
    void refusesATimeThatTheClockSkipped() {
        assertEquals(Optional.empty(), riverbend.read("2026-03-08 02:30:00"));
    }

    @Test
    void takesTheFirstOfATimeThatTheClockShowedTwice() {
        assertEquals(at("2026-11-01T08:30:00Z"), riverbend.read("2026-11-01 01:30:00"));
    }

    @Test
    void halfAnHourOfSummerTime() {
        TapTime lordHowe = new TapTime(ZoneId.of("Australia/Lord_Howe"));

        assertEquals(Optional.empty(), lordHowe.read("2026-10-04 02:15"));
        assertEquals(at("2026-10-03T15:35:00Z"), lordHowe.read("2026-10-04 02:35"));
    }

    @Test
    void refusesWhatIsNoTime() {
        for (String typed :
                new String[] {
                    "",
                    "yesterday",
                    "13/45/2010",
                    "2026-02-30 09:00",
                    "2026-10-12",
                    "2026-10-12 25:00"
                }) {
            assertEquals(Optional.empty(), riverbend.read(typed), typed);
        }
    }

    private static Optional<Instant> at(String instant) {
        return Optional.of(Instant.parse(instant));
    }
}
