package org.homeroom.banking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.identity.SignInService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/**
 * Certificates of deposit: a student locks savings for a term, and ends that early where the
 * product lets. What has matured is paid out by a bank run. Outside a transaction until the
 * passphrase is proven.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CertificateService {

    @Inject RosterService roster;
    @Inject CertificateStepService steps;
    @Inject SignInService door;
    @Inject SchoolClock clock;

    /**
     * Locks savings once however often the same act is asked for.
     *
     * @param act becomes the certificate's id
     * @param amount minor units
     * @throws Refusal conflict, when savings have too little or the act locked something else
     */
    @RolesAllowed(Roles.STUDENT)
    public Certificate lock(
            UUID act, UUID classId, UUID productId, long amount, String passphrase) {
        MoneyRules.act(act);
        UUID caller = CallerContext.require().accountId();
        ClassRef found = roster.classFor(classId);
        BankProduct product = steps.product(found, productId, amount);
        door.provePassphrase(passphrase);
        return steps.lock(act, found, caller, product, amount);
    }

    /**
     * Ends a certificate of the caller's: early for its penalty, with its interest from the day it
     * matures.
     *
     * @throws Refusal conflict, where it cannot end early or is not locked any more
     */
    @RolesAllowed(Roles.STUDENT)
    public Certificate end(UUID id, String passphrase) {
        Certificate one = steps.find(id);
        if (!one.studentId().equals(CallerContext.require().accountId())) {
            throw Refusal.notFound();
        }
        LocalDate today = clock.today(roster.classFor(one.classId()).zone());
        if (one.penalty() == null && !one.isDue(today)) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This certificate cannot end early. It is paid out from the day it matures.");
        }
        door.provePassphrase(passphrase);
        return steps.end(one, today);
    }

    /** Lists the certificates of a class for who runs it, for a student the own ones. */
    @RolesAllowed({Roles.STUDENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public List<Certificate> list(UUID classId) {
        UUID id = roster.classFor(classId).id();
        return roster.runs(id)
                ? steps.ofClass(id)
                : steps.ofStudent(id, CallerContext.require().accountId());
    }
}
