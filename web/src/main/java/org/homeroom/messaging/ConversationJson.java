package org.homeroom.messaging;

import jakarta.annotation.Nullable;
import java.util.UUID;

/** A conversation as clients read it; {@code lastMessage} is null before the first. */
public record ConversationJson(
        UUID id,
        UUID classId,
        String name,
        int members,
        int guests,
        long unread,
        @Nullable MessageJson lastMessage) {

    static ConversationJson of(ConversationRow row) {
        MessageJson last = row.last() == null ? null : MessageJson.of(row.last());
        return new ConversationJson(
                row.id(),
                row.classId(),
                row.name(),
                row.members(),
                row.guests(),
                row.unread(),
                last);
    }
}
