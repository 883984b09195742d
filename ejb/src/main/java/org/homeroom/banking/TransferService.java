package org.homeroom.banking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.identity.SignInService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.ledger.AccountRow;
import org.homeroom.ledger.LedgerAccounts;
import org.homeroom.ledger.LedgerQueryService;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.roster.StudentRef;

/**
 * A student moves own money: between the own accounts of a class, and where the teacher allows it
 * to another student's checking. Outside a transaction until the passphrase is proven.
 */
@Stateless
@RolesAllowed(Roles.STUDENT)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TransferService {

    @Inject RosterService roster;
    @Inject LedgerQueryService ledger;
    @Inject BankSettingsService settings;
    @Inject TransferStepService steps;
    @Inject SignInService door;
    @Inject SchoolClock clock;

    /**
     * Moves the money once however often the same act is asked for.
     *
     * @param act the act's id
     * @param from the caller's own account
     * @param to another own account of the class, or another student's checking
     * @param amount minor units
     * @throws Refusal authorization, for a wrong passphrase; not found, for an account that the
     *     caller may not use; conflict, when there is too little or the day's limit is reached
     */
    public TransferOutcome send(UUID act, UUID from, UUID to, long amount, String passphrase) {
        MoneyRules.act(act);
        UUID caller = CallerContext.require().accountId();
        AccountRow source = own(from, caller);
        MoneyRules.positive("amount", amount);
        if (from.equals(to)) {
            throw MoneyRules.wrong("to_account_id", "Choose two different accounts.");
        }
        Payee target = steps.payee(to);
        ClassRef found = roster.classFor(source.classId());
        // What is owed or locked is no place to send money to.
        if (!found.id().equals(target.classId())
                || !LedgerAccounts.PERSONAL_KINDS.contains(target.kind())) {
            throw Refusal.notFound();
        }
        Transfer transfer =
                target.ownerId().equals(caller)
                        ? between(act, source, target, amount, caller)
                        : toStudent(act, source, target, amount, found);
        door.provePassphrase(passphrase);
        return steps.book(found, transfer);
    }

    /** Lists whom the caller may send money to in a class; nobody unless the teacher allows it. */
    public List<StudentRef> recipients(UUID classId) {
        UUID caller = CallerContext.require().accountId();
        return settings.get(classId).transfersAllowed()
                ? roster.students(classId).stream()
                        .filter(one -> !one.studentId().equals(caller))
                        .toList()
                : List.of();
    }

    /** Returns the checking account of somebody whom the caller may send money to. */
    public UUID checkingOf(UUID classId, UUID student) {
        if (recipients(classId).stream().noneMatch(one -> one.studentId().equals(student))) {
            throw Refusal.notFound();
        }
        return steps.checkingOf(classId, student);
    }

    private AccountRow own(UUID account, UUID caller) {
        if (account == null) {
            throw MoneyRules.wrong("from_account_id", "Say which account it comes from.");
        }
        AccountRow found = ledger.account(account);
        if (!caller.equals(found.ownerId())
                || found.classId() == null
                || !LedgerAccounts.PERSONAL_KINDS.contains(found.kind())) {
            throw Refusal.notFound();
        }
        return found;
    }

    private static Transfer between(
            UUID act, AccountRow source, Payee target, long amount, UUID caller) {
        return new Transfer(
                source.id(),
                target.accountId(),
                amount,
                "transfer:" + act,
                "transfer",
                "From " + source.kind() + " to " + target.kind(),
                caller,
                caller,
                null,
                null);
    }

    private Transfer toStudent(
            UUID act, AccountRow source, Payee target, long amount, ClassRef found) {
        BankSettings rules = settings.get(found.id());
        if (!source.kind().equals("checking") || !target.kind().equals("checking")) {
            throw Refusal.notFound();
        }
        if (!rules.transfersAllowed()) {
            throw new Refusal(
                    ErrorCode.AUTHORIZATION_ERROR,
                    "Students of this class cannot send money to each other.");
        }
        StudentRef sender = roster.student(found.id(), source.ownerId());
        StudentRef receiver = roster.student(found.id(), target.ownerId());
        return new Transfer(
                source.id(),
                target.accountId(),
                amount,
                "transfer:" + act,
                "student_transfer",
                "From " + sender.displayName() + " to " + receiver.displayName(),
                receiver.studentId(),
                sender.studentId(),
                clock.today(found.zone()).atStartOfDay(found.zone()).toInstant(),
                rules.transferDayLimit());
    }
}
