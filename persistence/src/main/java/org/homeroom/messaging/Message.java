package org.homeroom.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as stored.
 *
 * @param seq its place in the conversation, from 1 without gaps
 * @param senderName as people read it; a neutral name when the account is gone
 * @param byGuest whether a guest wrote it, who was here for hours
 * @param text plain text; whoever shows it escapes it
 * @param clientId the sender's own number of it, for the sender only
 */
public record Message(
        UUID conversationId,
        long seq,
        UUID senderId,
        String senderName,
        boolean byGuest,
        String text,
        String clientId,
        Instant at) {}
