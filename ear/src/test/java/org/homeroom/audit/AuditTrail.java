package org.homeroom.audit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.homeroom.kernel.Client;

/**
 * What the audit of the reader's school has told of some actions until now, to see that more comes.
 */
public final class AuditTrail {

    private static final int PAGE = 500;

    private final Client reader;
    private final Map<String, Long> before = new LinkedHashMap<>();

    private AuditTrail(Client reader) {
        this.reader = reader;
    }

    /** Remembers the newest entry of each of the actions. */
    public static AuditTrail of(Client reader, String... actions) {
        AuditTrail trail = new AuditTrail(reader);
        for (String action : actions) {
            trail.before.put(action, trail.newest(action));
        }
        return trail;
    }

    /** Fails unless each of the actions has left an entry since. */
    public void hasGrown() {
        before.forEach(
                (action, last) -> assertTrue(newest(action) > last, () -> "left no " + action));
    }

    private long newest(String action) {
        long last = 0;
        JsonNode page;
        do {
            page =
                    reader.get("/audit?limit=" + PAGE + "&action=" + action + "&after=" + last)
                            .ok(200);
            for (JsonNode entry : page) {
                last = Math.max(last, entry.get("seq").asLong());
            }
        } while (page.size() == PAGE);
        return last;
    }
}
