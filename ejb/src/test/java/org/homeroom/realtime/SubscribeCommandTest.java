package org.homeroom.realtime;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Instance;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.homeroom.identity.Caller;
import org.homeroom.kernel.SchoolClock;
import org.junit.jupiter.api.Test;

class SubscribeCommandTest {

    private static final String TOPIC = "conversation:1";
    private static final UUID SCHOOL = UUID.randomUUID();

    private final SubscribeCommand command = new SubscribeCommand();
    private final Talk talk = new Talk();
    private final HeldSocket socket = new HeldSocket();

    SubscribeCommandTest() {
        command.connections = new LiveConnections();
        command.clock = new SchoolClock();
        command.kinds = only(talk);
    }

    @Test
    void namesWhatWasStoredBeforeTheConnectionHeardTheTopic() {
        Caller caller = new Caller(UUID.randomUUID(), SCHOOL, Set.of("student"), "Wanjiru M.");
        LiveConnection connection = new LiveConnection(caller, UUID.randomUUID(), socket);
        command.connections.open(connection);
        JsonObject frame =
                Json.createObjectBuilder()
                        .add("topics", Json.createArrayBuilder().add(TOPIC))
                        .build();

        command.run(connection, frame);

        // Somebody writes with every look, as long as nobody hears it.
        assertTrue(
                socket.sent.get(0).contains("\"" + TOPIC + "\":" + talk.newest),
                socket.sent.get(0));
    }

    /** A topic where somebody writes as soon as its number was read, and stops when it is heard. */
    private final class Talk implements LiveTopics {

        private long newest = 4;

        @Override
        public String kind() {
            return "conversation";
        }

        @Override
        public Map<String, Long> heardBy(Caller caller) {
            return Map.of();
        }

        @Override
        public OptionalLong admit(Caller caller, String topic) {
            boolean heard = command.connections.room(SCHOOL, topic) != null;
            return OptionalLong.of(heard ? newest : newest++);
        }

        @Override
        public List<Numbered> after(UUID schoolId, String topic, long seq, int limit) {
            return List.of();
        }
    }

    @SuppressWarnings("unchecked")
    private static Instance<LiveTopics> only(LiveTopics kind) {
        return (Instance<LiveTopics>)
                Proxy.newProxyInstance(
                        SubscribeCommandTest.class.getClassLoader(),
                        new Class<?>[] {Instance.class},
                        (proxy, method, arguments) -> List.of(kind).iterator());
    }
}
