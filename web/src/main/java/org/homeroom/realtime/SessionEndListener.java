package org.homeroom.realtime;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Closes the live connections of a sign-in that has ended, by signing out or by running out. */
@WebListener
public class SessionEndListener implements HttpSessionListener {

    @Inject LiveConnections connections;

    @Override
    public void sessionDestroyed(HttpSessionEvent ended) {
        connections.end(ended.getSession().getId());
    }
}
