package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What teachers read beside an odd line. */
class PayNoteTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    @Test
    void namesTheSchoolsDay() {
        String said =
                PayNote.sentence("missing_out", line(Instant.parse("2026-10-15T02:00:00Z")), ZONE);

        assertTrue(said.startsWith("The tap-out of Wednesday 14 October is missing"), said);
    }

    @Test
    void saysHowLongALongSessionWas() {
        assertEquals(
                "One session lasted 5 h 05 min.",
                PayNote.sentence("long_session", line(null), ZONE));
    }

    @Test
    void hasASentenceForEveryCode() {
        PayLine line = line(Instant.EPOCH);
        for (PayNote note : PayNote.values()) {
            assertTrue(
                    PayNote.sentence(note.name().toLowerCase(java.util.Locale.ROOT), line, ZONE)
                            .endsWith("."));
        }
    }

    private static PayLine line(Instant openSince) {
        return new PayLine(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Otis",
                "G",
                0,
                250_000,
                0,
                1,
                null,
                openSince,
                Instant.EPOCH,
                18_300L,
                List.of(),
                null,
                null,
                null,
                0,
                0,
                null);
    }
}
