package org.homeroom.identity;

import java.util.UUID;

/** A browser session is about to end; what hangs on it says goodbye first. */
public record SessionEnding(UUID signIn) {}
