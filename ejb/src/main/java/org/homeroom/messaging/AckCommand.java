package org.homeroom.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.realtime.LiveCommand;
import org.homeroom.realtime.LiveConnection;

/**
 * Frames {@code ack {seq}}: the person has read up to the number. {@code conversation_id} says
 * where; it may be left out by somebody who is in one conversation only.
 */
@ApplicationScoped
public class AckCommand implements LiveCommand {

    @Inject MessagingService service;

    @Override
    public String type() {
        return "ack";
    }

    @Override
    public void run(LiveConnection connection, JsonObject data) {
        if (!(data.get("seq") instanceof JsonNumber seq)) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "seq", "Give the number read up to.");
        }
        service.markRead(conversation(data), seq.longValue());
    }

    private UUID conversation(JsonObject data) {
        List<ConversationRow> own =
                data.containsKey("conversation_id") ? List.of() : service.conversations();
        return own.size() == 1 ? own.get(0).id() : SendCommand.conversation(data);
    }
}
