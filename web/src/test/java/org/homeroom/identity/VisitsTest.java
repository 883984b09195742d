package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.Place;
import org.homeroom.tenancy.Places;
import org.homeroom.tenancy.SchoolRef;
import org.junit.jupiter.api.Test;

class VisitsTest {

    private static final Instant NOW = Instant.parse("2026-10-13T16:14:00Z");
    private static final Instant EARLIER = NOW.minus(Duration.ofMinutes(5));
    private static final Instant OVER = NOW.minus(Duration.ofHours(1));
    private static final UUID SCHOOL = UUID.randomUUID();

    private final Visits visits = new Visits();
    private SessionPerson stored;
    private boolean inUse;

    VisitsTest() {
        visits.clock = new SchoolClock(Clock.fixed(NOW, ZoneOffset.UTC));
        visits.door = new SessionDoor();
        visits.door.ended = ignored();
        visits.changes = new AccessChanges();
        visits.signIn =
                new SignInService() {
                    @Override
                    public Optional<SignedIn> still(UUID session, UUID account, boolean use) {
                        inUse = use;
                        Caller caller = new Caller(account, SCHOOL, Set.of("teacher"), "A. Okello");
                        return Optional.of(new SignedIn(caller, SCHOOL));
                    }
                };
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
        Visit visit = visits.of(request("/economy/home", null, session(person(OVER))));

        assertTrue(visit.ended());
        assertNull(visit.person());
    }

    @Test
    void whoeverDoesSomethingStaysSignedIn() {
        visits.of(request("/economy/today", null, session(person(EARLIER))));

        assertEquals(NOW, stored.seenAt());
        assertTrue(inUse);
    }

    @Test
    void whatAPageReadsByItselfDoesNotKeepASessionAlive() {
        visits.of(request("/economy/today", "true", session(person(EARLIER))));

        assertEquals(EARLIER, stored.seenAt());
        assertFalse(inUse);
        visits.of(request("/ws/live", null, session(person(EARLIER))));
        assertEquals(EARLIER, stored.seenAt());
    }

    private static SessionPerson person(Instant seen) {
        Caller caller = new Caller(UUID.randomUUID(), SCHOOL, Set.of("teacher"), "Amani Okello");
        return new SessionPerson(new SignedIn(caller, SCHOOL), SCHOOL, "csrf", OVER, seen, seen);
    }

    private HttpSession session(SessionPerson person) {
        return fake(
                HttpSession.class,
                (proxy, method, arguments) -> {
                    if (method.getName().equals("invalidate")) {
                        throw new IllegalStateException("UT000021: Session is invalid");
                    }
                    if (method.getName().equals("setAttribute")) {
                        stored = (SessionPerson) arguments[1];
                    }
                    return method.getName().equals("getAttribute") ? person : null;
                });
    }

    private static HttpServletRequest request(String path, String background, HttpSession session) {
        return fake(
                HttpServletRequest.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "getSession" -> session;
                            case "getRequestURI" -> path;
                            case "getHeader" ->
                                    arguments[0].equals("X-Background") ? background : null;
                            default -> null;
                        });
    }

    @SuppressWarnings("unchecked")
    private static Event<SessionEnded> ignored() {
        return fake(Event.class, (proxy, method, arguments) -> null);
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        Object made =
                Proxy.newProxyInstance(
                        VisitsTest.class.getClassLoader(), new Class<?>[] {type}, answers);
        return type.cast(made);
    }
}
