package org.homeroom.realtime;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * What one node tells the others. News of a stored event is only its number; the rest carries its
 * few fields along.
 *
 * @param account whom it is for, null when it is for a topic
 * @param topic whose it is, null when it is for a person
 * @param seq the stored event's number, 0 when nothing is stored
 * @param type the event's type, null when it is stored
 */
record NodeNews(UUID schoolId, UUID account, String topic, long seq, String type, JsonObject data) {

    // Json itself looks for it anew at each call, through every jar.
    private static final JsonProvider JSON = JsonProvider.provider();

    /** PostgreSQL refuses a payload of 8,000 bytes; several news share one (data.md section 7). */
    static final int PAYLOAD_BYTES = 7_900;

    static NodeNews person(UUID schoolId, UUID account, String type, Map<String, ?> data) {
        return new NodeNews(schoolId, account, null, 0, type, LiveEvent.object(data)).bounded();
    }

    static NodeNews topic(UUID schoolId, String topic, String type, Map<String, ?> data) {
        return new NodeNews(schoolId, null, topic, 0, type, LiveEvent.object(data)).bounded();
    }

    static NodeNews stored(UUID schoolId, String topic, long seq) {
        return new NodeNews(schoolId, null, topic, seq, null, null);
    }

    /** Writes one line. */
    String line() {
        JsonObjectBuilder line = JSON.createObjectBuilder().add("school", schoolId.toString());
        if (account != null) {
            line.add("account", account.toString());
        }
        if (topic != null) {
            line.add("topic", topic);
        }
        if (seq > 0) {
            line.add("seq", seq);
        }
        if (type != null) {
            line.add("type", type).add("data", data);
        }
        return line.build().toString();
    }

    /** Reads what {@link #line} wrote. */
    static NodeNews read(String line) {
        try (var reader = JSON.createReader(new StringReader(line))) {
            JsonObject json = reader.readObject();
            String account = json.getString("account", null);
            return new NodeNews(
                    UUID.fromString(json.getString("school")),
                    account == null ? null : UUID.fromString(account),
                    json.getString("topic", null),
                    json.containsKey("seq") ? json.getJsonNumber("seq").longValue() : 0,
                    json.getString("type", null),
                    json.getJsonObject("data"));
        }
    }

    private NodeNews bounded() {
        if (line().getBytes(StandardCharsets.UTF_8).length < PAYLOAD_BYTES - 100) {
            return this;
        }
        JsonObject reload = LiveEvent.object(Map.of("code", "RELOAD"));
        return new NodeNews(schoolId, account, topic, 0, "notice", reload);
    }
}
