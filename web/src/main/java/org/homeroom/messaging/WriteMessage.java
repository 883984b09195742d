package org.homeroom.messaging;

import jakarta.annotation.Nullable;

/**
 * What a client sends to write a message.
 *
 * @param clientId the client's own number of it; the Idempotency-Key stands in when it is missing
 */
public record WriteMessage(String text, @Nullable String clientId) {}
