package org.homeroom.messaging;

import java.time.Instant;
import java.util.UUID;

/** A message as clients read it, the same over REST and over the socket. */
public record MessageJson(UUID conversationId, long seq, Sender sender, String text, Instant at) {

    /** Who wrote it. */
    public record Sender(UUID id, String name) {}

    static MessageJson of(Message message) {
        return new MessageJson(
                message.conversationId(),
                message.seq(),
                new Sender(message.senderId(), message.senderName()),
                message.text(),
                message.at());
    }
}
