package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.kernel.SchoolClock;

/**
 * Asks for a proof again before sensitive acts (ecosystem.md D2): a session that somebody left open
 * must not change how people get in, take pay back or delete anybody. How long a proof is fresh is
 * the server's setting {@code homeroom.proof-minutes}, usually 10.
 */
@Stateless
@PermitAll
public class FreshProofService {

    private static final Duration FRESH =
            Duration.ofMinutes(Long.getLong("homeroom.proof-minutes", 10));

    @Inject DeviceRepository devices;
    @Inject SignInService signIn;
    @Inject SchoolClock clock;

    /**
     * Requires that the caller proved lately who they are. Work that comes from no sign-in, such as
     * a job's, has nobody to ask.
     *
     * @throws ProofNeeded when that is too long ago
     */
    public void require() {
        UUID here = CallerContext.signIn();
        if (here != null && !isFresh(here)) {
            throw new ProofNeeded();
        }
    }

    private boolean isFresh(UUID here) {
        Instant stale = clock.now().minus(FRESH);
        return devices.provedAt(here).filter(at -> at.isAfter(stale)).isPresent();
    }

    /** Takes the caller's password, or a student's PIN, as a fresh proof. */
    public void prove(String proof) {
        if (CallerContext.require().has(Roles.STUDENT)) {
            signIn.provePin(proof);
        } else {
            signIn.provePassword(proof);
        }
        devices.proved(CallerContext.signIn(), clock.now());
    }
}
