package org.homeroom.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Origin;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Wait;

/**
 * Slows down guessing. Wrong claims count against the person asked for, so that a birth date cannot
 * be tried out, and against the address, so that codes cannot; a whole class behind one address may
 * mistype twice. Counting has a transaction of its own, because the refused claim's is undone.
 */
@Stateless
@PermitAll
public class ClaimAttemptService {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PER_PERSON = 8;
    private static final int PER_ADDRESS = 60;

    @Inject ClaimRepository claims;
    @Inject Recognition recognition;
    @Inject SchoolClock clock;
    @Inject AuditService audit;

    /**
     * Lets the claim be tried.
     *
     * @throws Wait after too many wrong ones
     */
    public void admit(ClaimSeat claim) {
        Instant since = clock.now().minus(WINDOW);
        limits(claim)
                .forEach(
                        (subject, limit) -> {
                            if (claims.failures(recognition.blind(subject), since) >= limit) {
                                throw new Wait(
                                        ErrorCode.RATE_LIMIT_EXCEEDED,
                                        "That was many tries. Wait 15 minutes, or ask your teacher.",
                                        WINDOW.toSeconds());
                            }
                        });
    }

    /** Counts a wrong claim. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(ClaimSeat claim) {
        limits(claim)
                .keySet()
                .forEach(subject -> claims.failed(recognition.blind(subject), clock.now(), WINDOW));
        audit.record("roster.claim.refused", "class", null, null, null);
    }

    private static Map<String, Integer> limits(ClaimSeat claim) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        String person =
                "person:"
                        + JoinCode.typed(claim.joinCode())
                        + ":"
                        + PersonName.initial(claim.firstInitial())
                        + ":";
        // One part is enough to be recognised, so a made-up one beside it must not count anew.
        PersonName.parts(claim.lastName()).forEach(part -> limits.put(person + part, PER_PERSON));
        if (Origin.current().ip() != null) {
            limits.put("address:" + Origin.current().ip(), PER_ADDRESS);
        }
        return limits;
    }
}
