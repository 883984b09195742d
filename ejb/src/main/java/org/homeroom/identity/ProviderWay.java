package org.homeroom.identity;

import java.time.Duration;

/**
 * How this installation is set up for people whom an identity provider vouches for. Off unless the
 * server's setting {@code homeroom.sso} names the provider as people call it (docs/running.md).
 */
public final class ProviderWay {

    /** The cookie by which a browser is known when it comes back, behind TLS with a prefix. */
    public static final String COOKIE = "homeroom-provider";

    /** How long somebody may take at the provider. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private ProviderWay() {}

    /** Tells whether people may come that way at all. */
    public static boolean isOpen() {
        return !label().isEmpty();
    }

    /** Returns what people call their account there; empty while the way is closed. */
    public static String label() {
        return System.getProperty("homeroom.sso", "").strip();
    }

    /** Returns the full name of the cookie. */
    public static String cookie() {
        return Boolean.getBoolean("homeroom.tls") ? "__Host-" + COOKIE : COOKIE;
    }
}
