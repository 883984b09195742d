package org.homeroom.kernel;

import java.util.UUID;

/**
 * Where the work on this thread comes from, for the audit and for log lines. Bound by whatever
 * brings work in; {@link #SYSTEM} when nobody asked.
 *
 * @param actorId the account at work, null for the system or a visitor
 * @param requestId the number the person can quote, null outside a request
 * @param ip the client's address, null outside a request
 */
public record Origin(UUID actorId, String requestId, String ip) {

    /** Work that no person asked for. */
    public static final Origin SYSTEM = new Origin(null, null, null);

    private static final ThreadLocal<Origin> CURRENT = new ThreadLocal<>();

    /** Returns the same origin with another account at work. */
    public Origin by(UUID account) {
        return new Origin(account, requestId, ip);
    }

    /** Returns the origin of this thread's work, never null. */
    public static Origin current() {
        Origin origin = CURRENT.get();
        return origin == null ? SYSTEM : origin;
    }

    /** Binds the origin, or unbinds with null. Callers restore the earlier value in a finally. */
    public static void bind(Origin origin) {
        if (origin == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(origin);
        }
    }
}
