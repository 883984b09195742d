package org.homeroom.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.homeroom.identity.SessionEnding;

/**
 * Closes the live connections of a session before it ends, so that their pages lead to the sign-in.
 * The server would close them by itself, but with a code that does not tell the page that its
 * person signed out.
 */
@ApplicationScoped
public class SignOutListener {

    @Inject LiveConnections connections;

    void close(@Observes SessionEnding ending) {
        connections.end(ending.signIn());
    }
}
