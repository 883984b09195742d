package org.homeroom.realtime;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.identity.Device;
import org.homeroom.identity.DeviceService;
import org.homeroom.identity.SessionRules;
import org.homeroom.identity.TokenService;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.TenantContext;

/**
 * Closes live connections whose sign-in is over, wherever it ended: nothing else asks while a
 * connection stays open. A browser's session ends by {@link SessionRules}, a program's with the
 * last access token it fetched.
 */
@ApplicationScoped
public class SignInWatch {

    /** A use may be noted so much late. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    private final SessionRules rules = new SessionRules();

    @Inject LiveConnections connections;
    @Inject DeviceService devices;
    @Inject SchoolClock clock;

    /** Looks at every connection of this node once. */
    void look() {
        connections.all().stream()
                .collect(groupingBy(connection -> connection.caller().schoolId()))
                .forEach((school, own) -> TenantContext.runAs(school, () -> look(own)));
    }

    private void look(List<LiveConnection> own) {
        Instant now = clock.now();
        List<UUID> signIns = own.stream().map(LiveConnection::signIn).distinct().toList();
        Map<UUID, Device> open = new HashMap<>();
        devices.open(signIns).forEach(device -> open.put(device.id(), device));
        own.stream()
                .filter(connection -> isOver(connection, open.get(connection.signIn()), now))
                .forEach(connection -> connection.close(CloseReason.NOT_SIGNED_IN));
    }

    private boolean isOver(LiveConnection connection, Device device, Instant now) {
        if (device == null) {
            return true;
        }
        Instant seen = device.seenAt().plus(SEEN_STEP);
        return device.kind().equals("browser")
                ? rules.isOver(connection.caller(), device.begunAt(), seen, now)
                : !now.isBefore(seen.plus(TokenService.ACCESS));
    }
}
