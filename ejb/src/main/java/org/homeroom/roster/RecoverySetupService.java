package org.homeroom.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.FreshProofService;
import org.homeroom.identity.ProofHashes;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Lets a teacher prepare for the day on which every way in is lost, and stop a request that
 * somebody else began (economy.md 15).
 */
@Stateless
@RolesAllowed(Roles.TEACHER)
public class RecoverySetupService {

    private static final String SUBJECT = "account";

    @Inject RecoveryRepository recoveries;
    @Inject FreshProofService proof;
    @Inject ProofHashes hashes;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /** Returns how the calling teacher is prepared. */
    public RecoverySetup state() {
        return recoveries.state(caller(), clock.now());
    }

    /**
     * Keeps a slow hash of the birth date's sum, in place of an earlier one.
     *
     * @param birthDate a date, or the sum of day, month and year
     * @throws Refusal naming {@code birth_date}
     * @throws org.homeroom.identity.ProofNeeded when the caller signed in a while ago
     */
    public RecoverySetup setUp(String birthDate) {
        int sum =
                BirthSum.read(birthDate, clock.today(ZoneOffset.UTC))
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                ErrorCode.VALIDATION_ERROR,
                                                "birth_date",
                                                "Write the date as 1984-03-02, or the sum of day, month and year."));
        proof.require();
        recoveries.setUp(caller(), hashes.hash(RecoveryRules.said(sum)), clock.now());
        audit.record("roster.recovery.set_up", SUBJECT, caller(), null, null);
        return state();
    }

    /**
     * Forgets what was said, so that nobody can ask students for help.
     *
     * @throws Refusal not found, when nothing was said
     */
    public void remove() {
        proof.require();
        if (!recoveries.removeSetUp(caller())) {
            throw Refusal.notFound();
        }
        recoveries.lockUnsettled(caller()).ifPresent(this::end);
        audit.record("roster.recovery.set_up_removed", SUBJECT, caller(), null, null);
    }

    /**
     * Ends a request that is under way: a teacher who is in needs no help.
     *
     * @throws Refusal not found, when there is none
     */
    public void cancel() {
        end(recoveries.lockUnsettled(caller()).orElseThrow(Refusal::notFound));
    }

    private void end(RecoveryRow found) {
        recoveries.settle(found.id(), "cancelled", clock.now());
        audit.record("roster.recovery.cancelled", "recovery", found.id(), null, null);
    }

    private static UUID caller() {
        return CallerContext.require().accountId();
    }
}
