package org.homeroom.messaging;

/**
 * The message that is now stored; {@code replayed} when the same client id had stored it before.
 */
public record PostedMessage(Message message, boolean replayed) {}
