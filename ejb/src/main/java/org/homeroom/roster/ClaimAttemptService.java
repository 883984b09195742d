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
        admit(limits(claim));
    }

    /**
     * Lets a family's code be tried. It cannot be guessed for one pupil, so the address alone
     * counts.
     *
     * @throws Wait after too many wrong ones
     */
    public void admitCode() {
        admit(address("family"));
    }

    private void admit(Map<String, Integer> limits) {
        Instant since = clock.now().minus(WINDOW);
        limits.forEach(
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
        count(limits(claim), "roster.claim.refused", "class");
    }

    /** Counts a wrong family's code. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void codeFailed() {
        count(address("family"), "roster.guardian_code.refused", "student");
    }

    private void count(Map<String, Integer> limits, String action, String subject) {
        limits.keySet()
                .forEach(limited -> claims.failed(recognition.blind(limited), clock.now(), WINDOW));
        audit.record(action, subject, null, null, null);
    }

    private static Map<String, Integer> limits(ClaimSeat claim) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        String person =
                "person:"
                        + JoinCode.typed(claim.joinCode())
                        + ":"
                        + PersonName.plainInitial(claim.firstInitial())
                        + ":";
        // One part is enough to be recognised, so a made-up one beside it must not count anew.
        PersonName.parts(claim.lastName()).forEach(part -> limits.put(person + part, PER_PERSON));
        limits.putAll(address("address"));
        return limits;
    }

    private static Map<String, Integer> address(String kind) {
        String ip = Origin.current().ip();
        return ip == null ? Map.of() : Map.of(kind + ":" + ip, PER_ADDRESS);
    }
}
