package org.homeroom.messaging;

import java.time.Instant;
import java.util.UUID;

/** A message as clients read it, the same over REST and over the socket. */
public record MessageJson(UUID conversationId, long seq, Sender sender, String text, Instant at) {

    /** Who wrote it, and whether as a guest. */
    public record Sender(UUID id, String name, boolean guest) {}

    static MessageJson of(Message message) {
        return new MessageJson(
                message.conversationId(),
                message.seq(),
                new Sender(message.senderId(), message.senderName(), message.byGuest()),
                message.text(),
                message.at());
    }
}
