package org.homeroom.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.homeroom.identity.Caller;
import org.homeroom.realtime.LiveTopics;

/**
 * Topics {@code class:<id>}, passing signals such as taps: heard by who is in the class's room,
 * when the page asks for it. Nothing of it is stored here, so nothing is caught up.
 */
@ApplicationScoped
public class ClassTopics implements LiveTopics {

    private static final String KIND = "class";

    @Inject MessagingService service;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Long> heardBy(Caller caller) {
        return Map.of();
    }

    @Override
    public OptionalLong admit(Caller caller, String topic) {
        OptionalLong inRoom =
                service.newestOfClass(UUID.fromString(topic.substring(KIND.length() + 1)));
        return inRoom.isPresent() ? OptionalLong.of(0) : inRoom;
    }

    @Override
    public List<Numbered> after(UUID schoolId, String topic, long seq, int limit) {
        return List.of();
    }
}
