package org.homeroom.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewsBatchTest {

    private static final UUID SCHOOL = UUID.randomUUID();

    private final NewsBatch batch = new NewsBatch();

    @Test
    void keepsTheNewestNumberOfATopic() {
        assertTrue(batch.add(NodeNews.stored(SCHOOL, "conversation:1", 5)));
        assertFalse(batch.add(NodeNews.stored(SCHOOL, "conversation:1", 7)));
        assertFalse(batch.add(NodeNews.stored(SCHOOL, "conversation:1", 6)));

        List<String> payloads = batch.take("node");

        assertEquals(1, payloads.size());
        String[] lines = payloads.get(0).split("\n");
        assertEquals("node", lines[0]);
        assertEquals(NodeNews.stored(SCHOOL, "conversation:1", 7), NodeNews.read(lines[1]));
        assertTrue(batch.take("node").isEmpty());
    }

    @Test
    void neverExceedsWhatPostgresqlTakes() {
        String name = "ü".repeat(1_000);
        for (int i = 0; i < 20; i++) {
            batch.add(NodeNews.topic(SCHOOL, "class:1", "tap", Map.of("name", name)));
        }

        List<String> payloads = batch.take("node");

        int lines = 0;
        for (String payload : payloads) {
            assertTrue(payload.getBytes(StandardCharsets.UTF_8).length < 8_000);
            lines += payload.split("\n").length - 1;
        }
        assertEquals(20, lines);
    }

    @Test
    void asksToReadAgainWhatIsTooLargeToCarry() {
        NodeNews news =
                NodeNews.person(
                        SCHOOL, UUID.randomUUID(), "report", Map.of("text", "x".repeat(9_000)));

        assertEquals("notice", news.type());
        assertEquals("RELOAD", news.data().getString("code"));
    }
}
