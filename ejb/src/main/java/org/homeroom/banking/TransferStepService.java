package org.homeroom.banking;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Refusal;
import org.homeroom.ledger.LedgerAccounts;
import org.homeroom.ledger.MoneyMoved;
import org.homeroom.roster.ClassRef;
import org.homeroom.tenancy.TenantContext;

/** The steps of a transfer that {@link TransferService} has decided on; no page leads here. */
@Stateless
@PermitAll
public class TransferStepService {

    @Inject MoneyRepository money;
    @Inject LedgerAccounts accounts;
    @Inject AuditService audit;
    @Inject Event<MoneyMoved> moved;

    /** Returns an account of a person; not found when there is none in this school. */
    public Payee payee(UUID account) {
        if (account == null) {
            throw MoneyRules.wrong("to_account_id", "Say which account it goes to.");
        }
        return money.payee(account).orElseThrow(Refusal::notFound);
    }

    /** Returns a student's checking account. */
    public UUID checkingOf(UUID classId, UUID student) {
        return accounts.personal(classId, student, "checking");
    }

    /** Books it, or says what is missing. */
    public TransferOutcome book(ClassRef found, Transfer transfer) {
        TransferOutcome outcome = money.transfer(transfer);
        switch (outcome.outcome()) {
            case "short" ->
                    throw new Refusal(
                            ErrorCode.CONFLICT,
                            "amount",
                            "The account has "
                                    + text(outcome.holds(), found)
                                    + ". Choose an amount up to that.");
            case "limit" ->
                    throw new Refusal(
                            ErrorCode.CONFLICT,
                            "amount",
                            "You may send "
                                    + text(transfer.limit(), found)
                                    + " to others in a day. "
                                    + text(Math.max(0, transfer.limit() - outcome.sent()), found)
                                    + " is left today.");
            default -> done(found, transfer, outcome);
        }
        return outcome;
    }

    private void done(ClassRef found, Transfer transfer, TransferOutcome outcome) {
        if (outcome.replayed()) {
            return;
        }
        audit.record(
                "banking.transfer.made",
                "entry",
                outcome.entryId(),
                null,
                Map.of(
                        "from", transfer.from(),
                        "to", transfer.to(),
                        "amount", transfer.amount()));
        if (!transfer.toOwner().equals(transfer.actorId())) {
            moved.fire(
                    new MoneyMoved(
                            TenantContext.require(),
                            found.id(),
                            transfer.toOwner(),
                            outcome.entryId(),
                            transfer.kind(),
                            new Money(transfer.amount(), found.currency()),
                            transfer.text()));
        }
    }

    private static String text(long minor, ClassRef found) {
        return new Money(minor, found.currency()).toDecimal();
    }
}
