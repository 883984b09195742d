package org.homeroom.messaging;

import java.util.UUID;

/** A message was stored. Observe it after success: before that it may still not exist. */
public record MessagePosted(UUID schoolId, Message message) {}
