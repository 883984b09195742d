package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    record Note(String text, Instant readAt, LocalDate day) {}

    @Test
    void readsWhatTheInterfaceWrites() throws Exception {
        Note note =
                new Note(
                        "Zawadi 🦦",
                        Instant.parse("2026-10-12T16:10:00Z"),
                        LocalDate.of(2026, 10, 12));
        String json = Json.strict().writeValueAsString(note);

        assertEquals(
                "{\"text\":\"Zawadi"
                        + " 🦦\",\"read_at\":\"2026-10-12T16:10:00Z\",\"day\":\"2026-10-12\"}",
                json);
        assertEquals(note, Json.strict().readValue(json, Note.class));
        assertEquals(
                new Note(null, null, null), Json.strict().readValue("{\"text\":null}", Note.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\\u0000b\"}",
                "{\"text\":\"\\ud800\"}",
                "{\"text\":5}",
                "{\"text\":true}",
                "{\"title\":\"a\"}",
                "{\"read_at\":\"+1000000000-01-01T00:00:00Z\"}",
                "{\"day\":\"-0001-01-01\"}",
                "{\"day\":\"12/10/2026\"}"
            })
    void refusesWhatNoDatabaseTakes(String json) {
        assertThrows(JsonMappingException.class, () -> Json.strict().readValue(json, Note.class));
    }
}
