package org.homeroom.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.homeroom.identity.Caller;
import org.homeroom.identity.Device;
import org.homeroom.identity.DeviceService;
import org.homeroom.kernel.SchoolClock;
import org.junit.jupiter.api.Test;

class SignInWatchTest {

    private static final Instant NOW = Instant.parse("2026-10-13T16:14:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant LONG_AGO = NOW.minus(MINUTE.multipliedBy(12));

    private final SignInWatch watch = new SignInWatch();
    private final List<Device> signIns = new ArrayList<>();

    SignInWatchTest() {
        watch.connections = new LiveConnections();
        watch.clock = new SchoolClock(Clock.fixed(NOW, ZoneOffset.UTC));
        watch.devices =
                new DeviceService() {
                    @Override
                    public List<Device> open(Collection<UUID> ids) {
                        return signIns.stream().filter(one -> ids.contains(one.id())).toList();
                    }
                };
    }

    @Test
    void aSignInThatIsGoneClosesItsConnections() {
        Wire gone = connect("teacher", "program", NOW, NOW);
        Wire stays = connect("teacher", "program", LONG_AGO, LONG_AGO);
        signIns.remove(0);

        watch.look();

        assertEquals(CloseReason.NOT_SIGNED_IN, gone.closed);
        assertNull(stays.closed);
    }

    @Test
    void aProgramThatFetchesNoMoreTokensIsOut() {
        Wire over = connect("teacher", "program", LONG_AGO, NOW.minus(MINUTE.multipliedBy(31)));
        Wire fresh = connect("teacher", "program", LONG_AGO, NOW.minus(MINUTE.multipliedBy(30)));

        watch.look();

        assertEquals(CloseReason.NOT_SIGNED_IN, over.closed);
        assertNull(fresh.closed);
    }

    @Test
    void aStudentsSessionEndsSoLongAfterItBegan() {
        Wire over = connect("student", "browser", LONG_AGO, NOW);
        Wire young = connect("student", "browser", NOW.minus(MINUTE), NOW);

        watch.look();

        assertEquals(CloseReason.NOT_SIGNED_IN, over.closed);
        assertNull(young.closed);
    }

    @Test
    void aTeachersSessionEndsWhenItIsLeftAlone() {
        Wire idle = connect("teacher", "browser", LONG_AGO, LONG_AGO);
        Wire used = connect("teacher", "browser", LONG_AGO, NOW.minus(MINUTE));

        watch.look();

        assertEquals(CloseReason.NOT_SIGNED_IN, idle.closed);
        assertNull(used.closed);
    }

    private Wire connect(String role, String kind, Instant begun, Instant seen) {
        Device device = new Device(UUID.randomUUID(), kind, kind, null, begun, seen);
        signIns.add(device);
        Caller caller = new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(role), "Somebody");
        Wire wire = new Wire();
        watch.connections.open(new LiveConnection(caller, device.id(), wire));
        return wire;
    }

    /** A wire that only knows whether it was closed. */
    private static final class Wire implements LiveSocket {

        private CloseReason closed;

        @Override
        public void send(String text, Consumer<Boolean> done) {
            done.accept(true);
        }

        @Override
        public void close(CloseReason reason) {
            closed = reason;
        }
    }
}
