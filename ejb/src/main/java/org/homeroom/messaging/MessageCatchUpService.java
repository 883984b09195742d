package org.homeroom.messaging;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Reads stored messages for browsers that are already admitted to the conversation. Called by the
 * live channel on behalf of nobody in particular; not for pages and resources.
 */
@Stateless
@PermitAll
public class MessageCatchUpService {

    @Inject MessagingRepository messages;

    /** Returns messages of the bound school's conversation after the number, oldest first. */
    public List<Message> after(UUID conversationId, long seq, int limit) {
        return messages.after(conversationId, seq, limit);
    }
}
