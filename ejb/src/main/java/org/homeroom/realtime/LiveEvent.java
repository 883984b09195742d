package org.homeroom.realtime;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * One thing told, written once for all who hear it. The envelope is {@code {type, data, timestamp,
 * id}}; the id is the connection's own count and is added when the event is queued.
 */
public final class LiveEvent {

    // Json itself looks for it anew at each call, through every jar.
    private static final JsonProvider JSON = JsonProvider.provider();

    private final String head;
    private final UUID own;
    private final String ownHead;

    private LiveEvent(String head, UUID own, String ownHead) {
        this.head = head;
        this.own = own;
        this.ownHead = ownHead;
    }

    /** An event that reads the same for everyone. */
    public static LiveEvent of(String type, Map<String, ?> data, Instant at) {
        return new LiveEvent(write(type, object(data), at), null, null);
    }

    /**
     * An event that carries one more field for the person who caused it, such as the client's own
     * number of the message. A null value adds nothing.
     */
    public static LiveEvent of(
            String type, Map<String, ?> data, Instant at, UUID own, String field, String value) {
        JsonObject plain = object(data);
        if (value == null) {
            return new LiveEvent(write(type, plain, at), null, null);
        }
        JsonObject more = JSON.createObjectBuilder(plain).add(field, value).build();
        return new LiveEvent(write(type, plain, at), own, write(type, more, at));
    }

    /** Returns the frame for this person as the connection's {@code id}-th. */
    public String frame(UUID account, long id) {
        return (account.equals(own) ? ownHead : head) + ",\"id\":" + id + "}";
    }

    /** Writes a map as JSON: nested maps, lists, numbers, booleans; the rest as text. */
    public static JsonObject object(Map<String, ?> data) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        data.forEach((name, value) -> object.add(name, value(value)));
        return object.build();
    }

    private static JsonValue value(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Boolean bool) {
            return bool ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return JSON.createValue(((Number) value).longValue());
        }
        if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            map.forEach((name, inner) -> object.add(name.toString(), value(inner)));
            return object.build();
        }
        if (value instanceof Collection<?> list) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            list.forEach(inner -> array.add(value(inner)));
            return array.build();
        }
        return JSON.createValue(value.toString());
    }

    private static String write(String type, JsonObject data, Instant at) {
        String envelope =
                JSON.createObjectBuilder()
                        .add("type", type)
                        .add("data", data)
                        .add("timestamp", at.toString())
                        .build()
                        .toString();
        return envelope.substring(0, envelope.length() - 1);
    }
}
