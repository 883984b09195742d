package org.homeroom.banking;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.ledger.IdempotencyConflict;
import org.homeroom.ledger.MoneyMoved;
import org.homeroom.roster.ClassRef;
import org.homeroom.tenancy.TenantContext;

/** The steps of a loan that {@link LoanService} has decided on; no page leads here. */
@Stateless
@PermitAll
public class LoanStepService {

    private static final String KIND = "loan";

    @Inject LoanRepository loans;
    @Inject BankProductRepository products;
    @Inject LendingRepository lending;
    @Inject SchoolClock clock;
    @Inject AuditService audit;
    @Inject Event<MoneyMoved> moved;

    /** Returns the class of a loan; not found when there is none in this school. */
    public UUID classOf(UUID loanId) {
        return loans.byId(loanId, LocalDate.EPOCH).orElseThrow(Refusal::notFound).classId();
    }

    /** Reads a loan. */
    public Loan loan(ClassRef found, UUID loanId) {
        return loans.byId(loanId, today(found)).orElseThrow(Refusal::notFound);
    }

    /** Lists a class's loans. */
    public List<Loan> ofClass(ClassRef found) {
        return loans.ofClass(found.id(), today(found));
    }

    /** Counts the loans of a class that wait for an answer. */
    public int waiting(ClassRef found) {
        return loans.waiting(found.id());
    }

    /** Returns what speaks for and against a loan that was asked for, as things are now. */
    public LoanCase weigh(ClassRef found, Loan wish, long balance) {
        LoanQuote quote = loans.quote(wish);
        return new LoanCase(quote, LoanRules.mostAWeek(quote), balance, against(quote, found));
    }

    /** Lists a student's loans. */
    public List<Loan> ofStudent(ClassRef found, UUID student) {
        return loans.ofStudent(found.id(), student, today(found));
    }

    /** Lists the weeks of a loan. */
    public List<Instalment> instalments(UUID loanId) {
        return loans.instalments(loanId);
    }

    /** Computes what a loan would cost. */
    public LoanOffer quote(ClassRef found, UUID student, UUID productId, long amount) {
        BankProduct product = product(found, productId);
        MoneyRules.positive("amount", amount);
        if (amount > product.most()) {
            throw MoneyRules.wrong(
                    "amount", "The most of this loan is " + text(product.most(), found) + ".");
        }
        LoanQuote quote = loans.quote(found.id(), student, amount, product);
        return new LoanOffer(product, amount, quote, against(quote, found));
    }

    private BankProduct product(ClassRef found, UUID productId) {
        if (productId == null) {
            throw MoneyRules.wrong("product_id", "Choose a loan.");
        }
        BankProduct product = products.byId(productId).orElseThrow(Refusal::notFound);
        if (!product.classId().equals(found.id()) || !product.isLoan() || !product.active()) {
            throw Refusal.notFound();
        }
        if (!lending.of(found.id()).loans()) {
            throw new Refusal(ErrorCode.CONFLICT, "The bank of this class gives no loans.");
        }
        return product;
    }

    private String against(LoanQuote quote, ClassRef found) {
        return LoanRules.against(quote, found.currency(), clock.now(), found.zone()).orElse(null);
    }

    /** Notes the wish, and pays it out when the class approves it by itself. */
    public Loan ask(ClassRef found, UUID student, AskForLoan wish) {
        loans.hold(found.id(), student);
        UUID id = wish.act();
        Optional<Loan> stored = loans.byId(id, today(found));
        if (stored.isPresent()) {
            return same(stored.get(), student, wish);
        }
        LoanOffer offer = quote(found, student, wish.productId(), wish.amount());
        if (offer.against() != null) {
            throw new Refusal(ErrorCode.CONFLICT, "amount", offer.against());
        }
        String purpose = MoneyRules.text("purpose", wish.purpose());
        if (!loans.ask(id, student, offer.product(), wish.amount(), purpose, clock.now())) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "You asked for a loan already. Wait for the answer before you ask for another.");
        }
        audit.record(
                "banking.loan.asked",
                KIND,
                id,
                null,
                Map.of("product", offer.product().id(), "amount", wish.amount()));
        if (wish.amount() <= lending.of(found.id()).approvesUpTo()) {
            payOut(found, id, null);
        }
        return loan(found, id);
    }

    private static Loan same(Loan stored, UUID student, AskForLoan wish) {
        if (!stored.studentId().equals(student)
                || !stored.productId().equals(wish.productId())
                || stored.amount() != wish.amount()) {
            throw new IdempotencyConflict("loan:" + stored.id());
        }
        return stored;
    }

    /** Pays a wish out. */
    public Loan approve(ClassRef found, UUID loanId, UUID by) {
        loans.hold(found.id(), loan(found, loanId).studentId());
        Loan wish = loan(found, loanId);
        String against = wish.isAsked() ? against(loans.quote(wish), found) : null;
        if (against != null) {
            throw new Refusal(ErrorCode.CONFLICT, against);
        }
        payOut(found, loanId, by);
        return loan(found, loanId);
    }

    private void payOut(ClassRef found, UUID loanId, UUID by) {
        if (!loans.payOut(loanId, by, today(found), clock.now())) {
            throw decided();
        }
        Loan paid = loan(found, loanId);
        audit.record(
                "banking.loan.paid_out",
                KIND,
                loanId,
                null,
                Map.of("student", paid.studentId(), "amount", paid.amount()));
        moved.fire(
                new MoneyMoved(
                        TenantContext.require(),
                        found.id(),
                        paid.studentId(),
                        loanId,
                        KIND,
                        new Money(paid.amount(), found.currency()),
                        "Loan: " + paid.title()));
    }

    /** Refuses a wish. */
    public Loan refuse(ClassRef found, UUID loanId, UUID by, String reason) {
        if (!loans.refuse(loanId, by, reason, clock.now())) {
            throw decided();
        }
        audit.record("banking.loan.refused", KIND, loanId, null, Map.of("reason", reason));
        return loan(found, loanId);
    }

    private static Refusal decided() {
        return new Refusal(ErrorCode.CONFLICT, "This loan was decided on already.");
    }

    /** Pays a loan off. */
    public Loan payOff(ClassRef found, UUID loanId, UUID student) {
        LoanEnd end = loans.payOff(loanId, student, today(found), clock.now());
        if (end.outcome().equals("short")) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "Paying this off takes "
                            + text(end.amount(), found)
                            + ". Checking has "
                            + text(end.holds(), found)
                            + " to spend.");
        }
        ended(end, "banking.loan.paid_off", loanId, Map.of("amount", end.amount()));
        return loan(found, loanId);
    }

    /** Writes a loan off. */
    public Loan writeOff(ClassRef found, UUID loanId, UUID by, String reason) {
        LoanEnd end = loans.writeOff(loanId, reason, by, today(found), clock.now());
        ended(
                end,
                "banking.loan.written_off",
                loanId,
                Map.of("amount", end.amount(), "reason", reason));
        return loan(found, loanId);
    }

    private void ended(LoanEnd end, String action, UUID loanId, Map<String, Object> said) {
        if (!end.outcome().equals("posted")) {
            throw new Refusal(ErrorCode.CONFLICT, "Nothing is owed of this loan.");
        }
        audit.record(action, KIND, loanId, null, said);
    }

    private LocalDate today(ClassRef found) {
        return clock.today(found.zone());
    }

    private static String text(long minor, ClassRef found) {
        return new Money(minor, found.currency()).toDecimal();
    }
}
