package org.homeroom.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveEventTest {

    private static final UUID SENDER = UUID.fromString("0199a000-0000-7000-8000-000000000001");

    @Test
    void writesTheEnvelope() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text", "\"5 < 6\"\n");
        data.put("seq", 3L);
        data.put("of", List.of(true, Map.of("id", SENDER)));
        LiveEvent event = LiveEvent.of("message", data, Instant.EPOCH);

        assertEquals(
                "{\"type\":\"message\",\"data\":{\"text\":\"\\\"5 < 6\\\"\\n\",\"seq\":3,"
                        + "\"of\":[true,{\"id\":\""
                        + SENDER
                        + "\"}]},"
                        + "\"timestamp\":\"1970-01-01T00:00:00Z\",\"id\":7}",
                event.frame(SENDER, 7));
    }

    @Test
    void theClientsOwnNumberGoesToItsSenderOnly() {
        LiveEvent event =
                LiveEvent.of(
                        "message", Map.of("seq", 1), Instant.EPOCH, SENDER, "client_id", "c-1");

        assertEquals(
                "{\"type\":\"message\",\"data\":{\"seq\":1,\"client_id\":\"c-1\"},"
                        + "\"timestamp\":\"1970-01-01T00:00:00Z\",\"id\":1}",
                event.frame(SENDER, 1));
        assertEquals(
                "{\"type\":\"message\",\"data\":{\"seq\":1},"
                        + "\"timestamp\":\"1970-01-01T00:00:00Z\",\"id\":2}",
                event.frame(UUID.randomUUID(), 2));
    }
}
