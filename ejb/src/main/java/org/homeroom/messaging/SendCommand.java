package org.homeroom.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.realtime.LiveCommand;
import org.homeroom.realtime.LiveConnection;

/** Frames {@code send {conversation_id, text, client_id}}. */
@ApplicationScoped
public class SendCommand implements LiveCommand {

    @Inject MessagingService service;

    @Override
    public String type() {
        return "send";
    }

    @Override
    public void run(LiveConnection connection, JsonObject data) {
        PostedMessage posted =
                service.post(
                        conversation(data),
                        data.getString("text", null),
                        data.getString("client_id", null));
        if (posted.replayed()) {
            // The first sending told everyone; this browser did not hear of it, or it would not
            // ask.
            connection.tell(MessageTeller.event(posted.message()));
        }
    }

    static UUID conversation(JsonObject data) {
        try {
            return UUID.fromString(data.getString("conversation_id", ""));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "conversation_id", "Name the conversation.");
        }
    }
}
