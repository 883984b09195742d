package org.homeroom.messaging;

import java.time.Instant;

/**
 * What storing a message answers; {@code replayed} when the same client id had been stored before.
 */
public record StoredMessage(long seq, String text, Instant at, boolean replayed) {}
