package org.homeroom.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.homeroom.realtime.LiveChannel;
import org.homeroom.realtime.LiveEvent;

/** Tells a conversation's open browsers of a message, once it is stored for good. */
@ApplicationScoped
public class MessageTeller {

    @Inject LiveChannel live;

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagePosted posted) {
        Message message = posted.message();
        live.publishStored(
                posted.schoolId(),
                ConversationTopics.topic(message.conversationId()),
                message.seq(),
                event(message));
    }

    /** Writes the message as clients read it; the sender alone gets the client's number back. */
    static LiveEvent event(Message message) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("conversation_id", message.conversationId());
        data.put("seq", message.seq());
        data.put(
                "sender",
                Map.of(
                        "id", message.senderId(),
                        "name", message.senderName(),
                        "guest", message.byGuest()));
        data.put("text", message.text());
        data.put("at", message.at());
        return LiveEvent.of(
                "message", data, message.at(), message.senderId(), "client_id", message.clientId());
    }
}
