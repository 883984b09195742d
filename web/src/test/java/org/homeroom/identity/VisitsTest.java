package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.Place;
import org.homeroom.tenancy.Places;
import org.homeroom.tenancy.SchoolRef;
import org.junit.jupiter.api.Test;

class VisitsTest {

    private static final Instant NOW = Instant.parse("2026-10-13T16:14:00Z");
    private static final UUID SCHOOL = UUID.randomUUID();

    private final Visits visits = new Visits();

    VisitsTest() {
        visits.clock = new SchoolClock(Clock.fixed(NOW, ZoneOffset.UTC));
        visits.door = new SessionDoor();
        visits.door.ending = ignored();
        visits.places =
                new Places() {
                    @Override
                    public Place at(String host) {
                        ZoneOffset zone = ZoneOffset.UTC;
                        return new Place(
                                new SchoolRef(
                                        SCHOOL, "Hill", "hill", zone, "en", "school", "active"),
                                false);
                    }
                };
    }

    @Test
    void aSessionThatAnotherRequestHasJustEndedIsOver() {
        Instant longAgo = NOW.minus(Duration.ofHours(1));
        Caller caller = new Caller(UUID.randomUUID(), SCHOOL, Set.of("student"), "Wanjiru M.");
        SessionPerson person =
                new SessionPerson(
                        new SignedIn(caller, SCHOOL), SCHOOL, "csrf", longAgo, longAgo, longAgo);
        HttpSession session =
                fake(
                        HttpSession.class,
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("invalidate")) {
                                throw new IllegalStateException("UT000021: Session is invalid");
                            }
                            return method.getName().equals("getAttribute") ? person : null;
                        });
        HttpServletRequest request =
                fake(
                        HttpServletRequest.class,
                        (proxy, method, arguments) ->
                                method.getName().equals("getSession") ? session : null);

        Visit visit = visits.of(request);

        assertTrue(visit.ended());
        assertNull(visit.person());
    }

    @SuppressWarnings("unchecked")
    private static Event<SessionEnding> ignored() {
        return fake(Event.class, (proxy, method, arguments) -> null);
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        Object made =
                Proxy.newProxyInstance(
                        VisitsTest.class.getClassLoader(), new Class<?>[] {type}, answers);
        return type.cast(made);
    }
}
