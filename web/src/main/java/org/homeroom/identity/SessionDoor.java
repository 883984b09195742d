package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.kernel.SchoolClock;

/** Opens and ends browser sessions. */
@ApplicationScoped
public class SessionDoor {

    @Inject SchoolClock clock;
    @Inject DeviceService devices;
    @Inject SignInService signIn;
    @Inject Event<SessionEnded> ended;

    /**
     * Starts a session of its own for the person; nothing of an earlier one survives, its id least.
     */
    public void open(HttpServletRequest request, SignedIn person) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            end(before, true);
        }
        HttpSession session = request.getSession(true);
        if (before != null) {
            request.changeSessionId();
        }
        Instant now = clock.now();
        String csrf = UUID.randomUUID().toString();
        UUID signIn = devices.begin(person, DeviceName.of(request));
        new SessionPerson(person, signIn, csrf, now, now, now).storeIn(session);
    }

    /** Takes the person into the session as they are now, because something about them changed. */
    public void renew(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        SessionPerson known = SessionPerson.of(session);
        signIn.again(known.person().caller().accountId())
                .ifPresent(now -> known.checked(now, clock.now()).storeIn(session));
    }

    /** Ends a session and tells those who want to know. */
    public void end(HttpSession session) {
        end(session, false);
    }

    private void end(HttpSession session, boolean replaced) {
        SessionPerson person = SessionPerson.of(session);
        // First, because the server then closes the session's sockets: it stumbles over one that is
        // just being closed.
        session.invalidate();
        if (person != null) {
            ended.fire(new SessionEnded(person.signIn(), replaced));
        }
    }
}
