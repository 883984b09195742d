package org.homeroom.banking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.identity.SignInService;
import org.homeroom.kernel.Refusal;
import org.homeroom.ledger.AccountRow;
import org.homeroom.ledger.LedgerQueryService;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/**
 * Loans of a class: students ask for them and pay them off with their passphrase, who runs the
 * class decides and writes off. Outside a transaction until the passphrase is proven; other
 * people's loans are not found.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoanService {

    @Inject RosterService roster;
    @Inject LoanStepService steps;
    @Inject SignInService door;
    @Inject LedgerQueryService ledger;

    /**
     * Returns what a loan would cost the caller, and what speaks against it.
     *
     * @throws Refusal not found, when the class offers no such loan; conflict, when it lends
     *     nothing
     */
    @RolesAllowed(Roles.STUDENT)
    public LoanOffer quote(UUID classId, UUID productId, long amount) {
        UUID caller = CallerContext.require().accountId();
        return steps.quote(roster.classFor(classId), caller, productId, amount);
    }

    /**
     * Asks for a loan once however often the same act is asked for; one that the class approves by
     * itself is paid out at once.
     *
     * @throws Refusal conflict, with the numbers that speak against it
     */
    @RolesAllowed(Roles.STUDENT)
    public Loan ask(AskForLoan wish, String passphrase) {
        UUID caller = CallerContext.require().accountId();
        ClassRef found = roster.classFor(wish.classId());
        MoneyRules.act(wish.act());
        MoneyRules.text("purpose", wish.purpose());
        steps.quote(found, caller, wish.productId(), wish.amount());
        door.provePassphrase(passphrase);
        return steps.ask(found, caller, wish);
    }

    /**
     * Pays out a loan that was asked for.
     *
     * @throws Refusal conflict, when the rules speak against it by now or it was decided meanwhile
     */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public Loan approve(UUID loanId) {
        return steps.approve(
                roster.ownedClass(steps.classOf(loanId)),
                loanId,
                CallerContext.require().accountId());
    }

    /**
     * Refuses a loan that was asked for.
     *
     * @param reason the student reads it
     */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public Loan refuse(UUID loanId, String reason) {
        return steps.refuse(
                roster.ownedClass(steps.classOf(loanId)),
                loanId,
                CallerContext.require().accountId(),
                MoneyRules.text("reason", reason));
    }

    /** Writes off what is owed of a running loan. */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public Loan writeOff(UUID loanId, String reason) {
        return steps.writeOff(
                roster.ownedClass(steps.classOf(loanId)),
                loanId,
                CallerContext.require().accountId(),
                MoneyRules.text("reason", reason));
    }

    /**
     * Pays a running loan of the caller's off out of checking; the interest of weeks to come is
     * saved.
     *
     * @throws Refusal conflict, with what is missing
     */
    @RolesAllowed(Roles.STUDENT)
    public Loan payOff(UUID loanId, String passphrase) {
        Loan loan = find(loanId);
        UUID caller = CallerContext.require().accountId();
        if (!loan.studentId().equals(caller)) {
            throw Refusal.notFound();
        }
        door.provePassphrase(passphrase);
        return steps.payOff(roster.classFor(loan.classId()), loanId, caller);
    }

    /** Returns a loan of the caller's, or of a class that the caller runs. */
    @RolesAllowed({Roles.STUDENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public Loan find(UUID loanId) {
        ClassRef found = roster.classFor(steps.classOf(loanId));
        Loan loan = steps.loan(found, loanId);
        if (!loan.studentId().equals(CallerContext.require().accountId())
                && !roster.runs(found.id())) {
            throw Refusal.notFound();
        }
        return loan;
    }

    /** Counts the loans of a class that wait for the caller's answer. */
    // In the transaction of a start page, which holds its connection already.
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public int waiting(UUID classId) {
        return steps.waiting(roster.ownedClass(classId));
    }

    /** Returns what speaks for and against a loan that waits for the caller's answer. */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public LoanCase weigh(UUID loanId) {
        ClassRef found = roster.ownedClass(steps.classOf(loanId));
        Loan wish = steps.loan(found, loanId);
        long balance =
                ledger.balances(found.id()).stream()
                        .filter(one -> wish.studentId().equals(one.ownerId()))
                        .filter(one -> one.kind().equals("checking"))
                        .mapToLong(AccountRow::balance)
                        .sum();
        return steps.weigh(found, wish, balance);
    }

    /** Lists its weeks. */
    @RolesAllowed({Roles.STUDENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public List<Instalment> instalments(UUID loanId) {
        return steps.instalments(find(loanId).id());
    }

    /**
     * Returns the loan of a child of the caller's whose instalment is due next in a class; empty
     * for a parent who sees no money.
     *
     * @throws Refusal not found, whether the pupil is absent or not the caller's child
     */
    // In the transaction of a start page, which holds its connection already.
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    @RolesAllowed(Roles.PARENT)
    public Optional<Loan> nextOfChild(UUID studentId, UUID classId) {
        if (!roster.isMyChild(studentId)) {
            throw Refusal.notFound();
        }
        if (!roster.rightsTo(studentId).showsBalance()) {
            return Optional.empty();
        }
        return roster.classesOfChild(studentId).stream()
                .filter(one -> one.id().equals(classId))
                .flatMap(one -> steps.ofStudent(one, studentId).stream())
                .filter(loan -> loan.nextDue() != null)
                .min(Comparator.comparing(Loan::nextDue));
    }

    /** Lists the loans of a class for who runs it, for a student the own ones. */
    // In the transaction of a start page, which holds its connection already.
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    @RolesAllowed({Roles.STUDENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public List<Loan> list(UUID classId) {
        ClassRef found = roster.classFor(classId);
        return roster.runs(found.id())
                ? steps.ofClass(found)
                : steps.ofStudent(found, CallerContext.require().accountId());
    }
}
