package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.event.Event;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionDoorTest {

    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID SIGN_IN = UUID.randomUUID();

    private final List<Object> happened = new ArrayList<>();
    private final SessionDoor door = new SessionDoor();

    /**
     * The server closes the session's sockets while it ends it; ours must not be under way then.
     */
    @Test
    @SuppressWarnings("unchecked")
    void theSessionIsOverBeforeAnybodyClosesWhatHangsOnIt() {
        door.ended =
                fake(
                        Event.class,
                        (proxy, method, arguments) -> {
                            happened.add(arguments[0]);
                            return null;
                        });

        door.end(session());

        assertEquals(List.of("invalidate", new SessionEnded(SIGN_IN, false)), happened);
    }

    private HttpSession session() {
        Instant now = Instant.parse("2026-10-13T16:14:00Z");
        Caller caller = new Caller(UUID.randomUUID(), SCHOOL, Set.of("teacher"), "Amani Okello");
        SessionPerson person =
                new SessionPerson(new SignedIn(caller, SCHOOL), SIGN_IN, "csrf", now, now, now);
        return fake(
                HttpSession.class,
                (proxy, method, arguments) -> {
                    if (method.getName().equals("invalidate")) {
                        happened.add(method.getName());
                    }
                    return method.getName().equals("getAttribute") ? person : null;
                });
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        Object made =
                Proxy.newProxyInstance(
                        SessionDoorTest.class.getClassLoader(), new Class<?>[] {type}, answers);
        return type.cast(made);
    }
}
