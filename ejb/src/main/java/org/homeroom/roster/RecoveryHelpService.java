package org.homeroom.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.ProofHashes;
import org.homeroom.identity.Roles;
import org.homeroom.identity.SignInService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/** Lets a student help a teacher back in, who asked for it (economy.md 15). */
@Stateless
@RolesAllowed(Roles.STUDENT)
public class RecoveryHelpService {

    @Inject RecoveryRepository recoveries;
    @Inject RecoveryStepService steps;
    @Inject RecoveryTryService tries;
    @Inject SignInService signIn;
    @Inject ProofHashes hashes;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /** Lists what the calling student is asked at this time. */
    public List<RecoveryAsked> asked() {
        return recoveries.asked(caller(), clock.now());
    }

    /**
     * Makes the calling student's code, once.
     *
     * @return six digits, known only now
     * @throws Refusal not found, when the student was not asked; CONFLICT when the request has
     *     ended or the code was made; naming {@code passphrase} when it is wrong
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String code(UUID id, String passphrase) {
        UUID student = caller();
        RecoveryRow found = steps.askedOf(student, id).orElseThrow(Refusal::notFound);
        if (!found.runs(clock.now()) || !found.state().equals("open")) {
            throw new Refusal(
                    ErrorCode.CONFLICT, "Your teacher needs no help any more. Thank you.");
        }
        String about = "help:" + student;
        tries.take(about, RecoveryRules.STEPS);
        signIn.provePassphrase(passphrase);
        tries.giveBack(about);
        String code = RecoveryRules.drawDigits();
        if (!steps.code(id, student, hashes.hash(RecoveryRules.bound(id, code)))) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "You have made your code already. Tell it to your teacher; if it is lost, your"
                            + " teacher can have all of them made anew.");
        }
        return code;
    }

    /**
     * Says no more of a request to the calling student.
     *
     * @throws Refusal not found, when the student was not asked
     */
    public void dismiss(UUID id) {
        UUID student = caller();
        if (!recoveries.dismiss(id, student, clock.now())) {
            throw Refusal.notFound();
        }
        audit.record("roster.recovery.dismissed", "recovery", id, null, Map.of("student", student));
    }

    private static UUID caller() {
        return CallerContext.require().accountId();
    }
}
