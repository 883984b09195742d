package org.homeroom.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.realtime.LiveConnections.Room;

/**
 * Tells browsers what has happened. Call it after the commit only (observe the domain's event with
 * {@code TransactionPhase.AFTER_SUCCESS}): what is told here has to be true when the page fetches
 * it. Returns at once and never fails because of a browser.
 */
@ApplicationScoped
public class LiveChannel {

    @Inject LiveConnections connections;
    @Inject NodeLink nodes;
    @Inject SchoolClock clock;

    /** Tells one person, in every browser that person has open. */
    public void publish(UUID schoolId, UUID accountId, String type, Map<String, ?> data) {
        LiveEvent event = LiveEvent.of(type, data, clock.now());
        connections.of(schoolId, accountId).forEach(connection -> connection.tell(event));
        nodes.pass(NodeNews.person(schoolId, accountId, type, data));
    }

    /**
     * Tells everyone who hears the topic. For passing signals: one that is missed is not repeated.
     */
    public void publishTopic(UUID schoolId, String topic, String type, Map<String, ?> data) {
        Room room = connections.room(schoolId, topic);
        if (room != null) {
            room.tell(LiveEvent.of(type, data, clock.now()));
        }
        nodes.pass(NodeNews.topic(schoolId, topic, type, data));
    }

    /**
     * Tells a stored event of a numbered topic. Each number is told once per connection; other
     * nodes get the number and fetch the event from its {@link LiveTopics}.
     */
    public void publishStored(UUID schoolId, String topic, long seq, LiveEvent event) {
        Room room = connections.room(schoolId, topic);
        if (room != null && room.cursor().accept(seq)) {
            room.tell(event);
        }
        nodes.pass(NodeNews.stored(schoolId, topic, seq));
    }
}
