package org.homeroom.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Frames {@code subscribe {topics, joined?}}. Answers {@code subscribed} with the newest number of
 * each admitted topic, so that the page can tell whether it missed something; a topic the person
 * may not hear is answered like one that does not exist. {@code joined} allows several envelopes as
 * one JSON array when the connection is busy.
 */
@ApplicationScoped
public class SubscribeCommand implements LiveCommand {

    /** Topics one frame may name. */
    private static final int MOST_TOPICS = 50;

    @Inject LiveConnections connections;
    @Inject SchoolClock clock;
    @Inject @Any Instance<LiveTopics> kinds;

    @Override
    public String type() {
        return "subscribe";
    }

    @Override
    public void run(LiveConnection connection, JsonObject data) {
        if (!(data.get("topics") instanceof JsonArray wanted) || wanted.size() > MOST_TOPICS) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "topics", "List at most 50 topics.");
        }
        if (data.getBoolean("joined", false)) {
            connection.join();
        }
        Map<String, Object> admitted = new LinkedHashMap<>();
        for (JsonValue value : wanted) {
            String topic = value instanceof JsonString text ? text.getString() : value.toString();
            OptionalLong newest = join(connection, topic);
            if (newest.isPresent()) {
                admitted.put(topic, newest.getAsLong());
            } else {
                Map<String, Object> refused = Map.of("code", "NOT_FOUND", "topic", topic);
                connection.tell(LiveEvent.of("error", refused, clock.now()));
            }
        }
        connection.tell(LiveEvent.of("subscribed", Map.of("topics", admitted), clock.now()));
    }

    private OptionalLong join(LiveConnection connection, String topic) {
        OptionalLong newest = admit(connection, topic);
        if (newest.isPresent() && connections.hear(connection, topic, newest.getAsLong())) {
            // What was stored between the question and the joining nobody told this connection.
            // Its page fetches up to the number, so the number is read after the joining.
            return admit(connection, topic);
        }
        return newest;
    }

    private OptionalLong admit(LiveConnection connection, String topic) {
        for (LiveTopics kind : kinds) {
            if (topic.startsWith(kind.kind() + ":")) {
                try {
                    return kind.admit(connection.caller(), topic);
                } catch (IllegalArgumentException e) {
                    return OptionalLong.empty(); // what follows the colon is no id
                }
            }
        }
        return OptionalLong.empty();
    }
}
