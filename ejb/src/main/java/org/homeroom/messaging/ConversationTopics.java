package org.homeroom.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.homeroom.identity.Caller;
import org.homeroom.realtime.LiveTopics;
import org.homeroom.tenancy.TenantContext;

/** Topics {@code conversation:<id>}: heard by members, without asking for it. */
@ApplicationScoped
public class ConversationTopics implements LiveTopics {

    private static final String KIND = "conversation";

    @Inject MessagingService service;
    @Inject MessageCatchUpService catchUp;

    /** Returns the topic of a conversation. */
    static String topic(UUID conversationId) {
        return KIND + ":" + conversationId;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Long> heardBy(Caller caller) {
        Map<String, Long> topics = new LinkedHashMap<>();
        service.conversations().forEach(row -> topics.put(topic(row.id()), row.newest()));
        return topics;
    }

    @Override
    public OptionalLong admit(Caller caller, String topic) {
        return service.newest(id(topic));
    }

    @Override
    public List<Numbered> after(UUID schoolId, String topic, long seq, int limit) {
        try {
            return TenantContext.callAs(schoolId, () -> catchUp.after(id(topic), seq, limit))
                    .stream()
                    .map(message -> new Numbered(message.seq(), MessageTeller.event(message)))
                    .toList();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID id(String topic) {
        return UUID.fromString(topic.substring(KIND.length() + 1));
    }
}
