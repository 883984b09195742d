package org.homeroom.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.homeroom.identity.SessionEnded;

/**
 * Closes the live connections of a sign-in whose session has ended. The server has closed those
 * that came with the session's cookie already; their pages knock again and are told to sign in.
 */
@ApplicationScoped
public class SignOutListener {

    @Inject LiveConnections connections;

    void close(@Observes SessionEnded ended) {
        connections.end(ended.signIn());
    }
}
