package org.homeroom.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Origin;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Wait;

/**
 * Slows down guessing at recoveries: a try is counted before it is made, so that a hundred at once
 * are a hundred, and given back when it was right. Each count is a transaction of its own, because
 * the refused one is undone.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RecoveryTryService {

    @Inject RecoveryRepository recoveries;
    @Inject Recognition recognition;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /** Returns the subject of tries from where this request comes from. */
    static String fromHere() {
        return "start:" + Origin.current().ip();
    }

    /**
     * Counts a try.
     *
     * @throws Wait when the hour's tries are used up
     */
    public void take(String subject, int limit) {
        if (!mayTake(subject, limit)) {
            throw new Wait(
                    ErrorCode.RATE_LIMIT_EXCEEDED,
                    "That was many tries. Wait an hour, or ask your school's administrator.",
                    RecoveryRules.WINDOW.toSeconds());
        }
    }

    /** Counts a try and tells whether it may be made. */
    public boolean mayTake(String subject, int limit) {
        return recoveries.take(blind(subject), clock.now(), RecoveryRules.WINDOW) <= limit;
    }

    /** Takes a counted try back: it was right. */
    public void giveBack(String subject) {
        recoveries.giveBack(blind(subject));
    }

    /** Notes a wrong try, about nobody in particular. */
    public void refused(String what) {
        audit.record("roster.recovery.refused", "recovery", null, null, Map.of("what", what));
    }

    private byte[] blind(String subject) {
        return recognition.blind("recovery:" + subject);
    }
}
