package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Origin;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Where people are signed in to the bound school. Open to everybody: whoever signs in begins one,
 * and each caller sees and ends only their own.
 */
@Stateless
@PermitAll
public class DeviceService {

    private static final Duration BROWSER = Duration.ofHours(12);
    private static final String SUBJECT = "sign_in";
    private static final int LONGEST = 100;

    @Inject DeviceRepository devices;
    @Inject KnownBrowserRepository browsers;
    @Inject TokenRepository tokens;
    @Inject AuditService audit;
    @Inject SchoolClock clock;
    @Inject Event<AccessEnded> ended;

    /**
     * Begins a browser's session and returns its id.
     *
     * @param name what the person will recognise it by; its kind when null
     */
    public UUID begin(SignedIn person, String name) {
        return begin(person, "browser", name);
    }

    /** Begins a program's family of tokens and returns its id. */
    public UUID beginProgram(SignedIn person, String name) {
        return begin(person, "program", name);
    }

    /** Notes that a program's tokens are in use. */
    public void touch(UUID id) {
        devices.touch(id, clock.now());
    }

    /** Forgets a session that is over. */
    public void forget(UUID id) {
        devices.drop(id);
    }

    /**
     * Lists those of the sign-ins that have not ended, for whoever keeps something open for them.
     */
    public List<Device> open(Collection<UUID> ids) {
        return devices.open(ids);
    }

    /** Lists where the caller is signed in, the latest used first. */
    public List<Device> mine() {
        return devices.of(CallerContext.require().accountId());
    }

    /**
     * Returns one of the caller's.
     *
     * @throws Refusal when the caller has none with that id
     */
    public Device find(UUID id) {
        return mine().stream()
                .filter(device -> device.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Signs the caller out there.
     *
     * @throws Refusal when the caller has none with that id
     */
    public void end(UUID id) {
        UUID caller = CallerContext.require().accountId();
        if (!devices.drop(caller, id)) {
            throw Refusal.notFound();
        }
        tokens.dropFamily(id);
        audit.record("identity.device.ended", SUBJECT, id, null, null);
        ended.fire(AccessEnded.here(caller));
    }

    /** Signs the caller out everywhere but here, and lets every browser forget them. */
    public void endOthers(UUID here) {
        UUID caller = CallerContext.require().accountId();
        browsers.forget(caller);
        tokens.dropOthers(caller, here);
        devices.dropOthers(caller, here);
        audit.record("identity.device.others_ended", SUBJECT, null, null, null);
        ended.fire(AccessEnded.here(caller));
    }

    private UUID begin(SignedIn person, String kind, String name) {
        Instant now = clock.now();
        devices.dropUnused(now.minus(BROWSER), now.minus(TokenService.REFRESH));
        UUID id = Ids.next();
        String shown = name == null || name.isBlank() ? kind : name.strip();
        devices.add(
                new Device(
                        id,
                        kind,
                        shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown,
                        Origin.current().ip(),
                        now,
                        now),
                person.caller().accountId(),
                person.homeSchoolId());
        if (!person.proved()) {
            devices.proved(id, Instant.EPOCH);
        }
        return id;
    }
}
