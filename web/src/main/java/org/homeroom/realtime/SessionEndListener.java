package org.homeroom.realtime;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.homeroom.identity.SessionPerson;

/** Closes the live connections of a sign-in that has ended, by signing out or by running out. */
@WebListener
public class SessionEndListener implements HttpSessionListener {

    @Inject LiveConnections connections;

    @Override
    public void sessionDestroyed(HttpSessionEvent ended) {
        SessionPerson person = SessionPerson.of(ended.getSession());
        if (person != null) {
            connections.end(person.signIn());
        }
    }
}
