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
    @Inject Event<SessionEnding> ending;

    /**
     * Starts a session of its own for the person; nothing of an earlier one survives, its id least.
     */
    public void open(HttpServletRequest request, SignedIn person) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            end(before);
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

    /** Ends a session, after those who want to know were told. */
    public void end(HttpSession session) {
        ending.fire(new SessionEnding(session.getId()));
        session.invalidate();
    }
}
