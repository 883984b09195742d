package org.homeroom.identity;

import java.util.UUID;

/** A browser session has ended; what hangs on its sign-in ends with it. */
public record SessionEnded(UUID signIn) {}
