package org.homeroom.identity;

import java.util.UUID;

/**
 * A browser session has ended; what hangs on its sign-in ends with it.
 *
 * @param replaced whether somebody signed in anew in the same browser instead of signing out
 */
public record SessionEnded(UUID signIn, boolean replaced) {}
