package org.homeroom.identity;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * Who is signed in to a browser session.
 *
 * @param signIn the id under which the person finds the session among their devices
 * @param csrf what browser scripts send along with a write, as proof that they are ours
 * @param signedInAt when the person proved who they are
 * @param seenAt when the session was last used, give or take a quarter of a minute
 * @param checkedAt when the account was last found to be in order
 */
public record SessionPerson(
        SignedIn person,
        UUID signIn,
        String csrf,
        Instant signedInAt,
        Instant seenAt,
        Instant checkedAt)
        implements Serializable {

    private static final String KEY = SessionPerson.class.getName();

    /** Returns the person of the session, or null. */
    public static SessionPerson of(HttpSession session) {
        return session == null ? null : (SessionPerson) session.getAttribute(KEY);
    }

    /** Puts the person into the session. */
    public void storeIn(HttpSession session) {
        session.setAttribute(KEY, this);
    }

    SessionPerson seen(Instant now) {
        return new SessionPerson(person, signIn, csrf, signedInAt, now, checkedAt);
    }

    SessionPerson checked(SignedIn current, Instant now) {
        return new SessionPerson(current, signIn, csrf, signedInAt, seenAt, now);
    }
}
