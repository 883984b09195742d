package org.homeroom.banking;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.ledger.MoneyMoved;
import org.homeroom.tenancy.TenantContext;

/**
 * The steps of a bank run, for the school bound to the thread. For {@link BankRunService} and the
 * job; no page or resource leads here. Each step has a transaction of its own, so that its outcome
 * stands whatever the caller does next.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BankRunStepService {

    /** What {@link #claim} answers when the run may be paid now. */
    public static final String RUNNING = "running";

    /** Many times what a chunk takes. A slower one is not harmed: its next chunk is refused. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    @Inject BankRunRepository runs;
    @Inject AuditService audit;
    @Inject SchoolClock clock;
    @Inject Event<MoneyMoved> moved;

    /** Lists the school's newest runs that the job could go on with. */
    public List<BankRun> waiting(int limit) {
        return runs.waiting(limit).stream().filter(BankRun::isByJob).toList();
    }

    /** Reads a run; not found when there is none in this school. */
    public BankRun run(UUID runId) {
        return runs.run(runId).orElseThrow(Refusal::notFound);
    }

    /** Computes a bonus, or a fee when the amount is below zero. */
    public BankRun rehearseBonus(UUID classId, String title, long amount, UUID by) {
        UUID id = Ids.next();
        runs.rehearseBonus(id, classId, title, amount, by, clock.now());
        return run(id);
    }

    /** Computes the interest of the days that come next; refused before they have passed. */
    public BankRun rehearseInterest(UUID classId, ZoneId zone, UUID by) {
        BankPeriod period = runs.nextPeriod(classId, zone.getId());
        if (period.to().isAfter(clock.today(zone))) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "The days from "
                            + DAY.format(period.from())
                            + " to "
                            + DAY.format(period.to().minusDays(1))
                            + " come next. Their interest can be paid from "
                            + DAY.format(period.to())
                            + " on.");
        }
        UUID id = Ids.next();
        String title =
                "Interest "
                        + DAY.format(period.from())
                        + " to "
                        + DAY.format(period.to().minusDays(1));
        runs.rehearseInterest(id, classId, title, period, zone.getId(), by, clock.now());
        return run(id);
    }

    /** Computes what is due through a day of loans and certificates; refused when nothing is. */
    public BankRun rehearseDue(UUID classId, LocalDate through, UUID by) {
        UUID id = Ids.next();
        String title = "Loans and certificates to " + DAY.format(through);
        runs.rehearseDue(id, classId, title, through, by, clock.now());
        BankRun made = run(id);
        if (made.lineCount() == 0) {
            throw new Refusal(ErrorCode.CONFLICT, "Nothing of loans and certificates is due yet.");
        }
        return made;
    }

    /** Computes what a bank books by itself; nothing when there is nothing to book. */
    public Optional<BankRun> rehearse(BankDay day) {
        if (!day.isInterest()) {
            return runs.isBookable(day.classId(), day.day())
                    ? Optional.of(rehearseDue(day.classId(), day.day(), null))
                    : Optional.empty();
        }
        BankPeriod next = runs.nextPeriod(day.classId(), day.zone().getId());
        return next.to().isAfter(day.day())
                ? Optional.empty()
                : Optional.of(rehearseInterest(day.classId(), day.zone(), null));
    }

    /** Tells whether a run of the class and kind is going on or stopped half-way. */
    public boolean isUnfinished(UUID classId, String kind) {
        return runs.isUnfinished(classId, kind);
    }

    /** Lets a rehearsed run be paid or a stopped one go on; answers {@link #RUNNING} or why not. */
    public String claim(UUID runId, UUID by) {
        BankRun run = run(runId);
        String outcome = runs.claim(runId, by, clock.now());
        if (outcome.equals(RUNNING)) {
            audit.record(
                    "banking.run.committed",
                    "bank_run",
                    runId,
                    null,
                    Map.of("kind", run.kind(), "title", run.title(), "total", run.total()));
        }
        return outcome;
    }

    /**
     * Begins or goes on with a run on behalf of an execution; one still rehearsed is claimed now.
     *
     * @return {@link #RUNNING} or why not
     */
    public String begin(UUID runId, long jobExecutionId) {
        BankRun run = run(runId);
        String outcome =
                run.state() == BankRunState.RUNNING
                        ? RUNNING
                        : runs.claim(runId, null, clock.now());
        if (outcome.equals(RUNNING)) {
            runs.startedBy(runId, jobExecutionId);
        }
        return outcome;
    }

    /**
     * Pays a few students who are not paid yet and has them told.
     *
     * @return how many are done now; none when the run is complete
     * @throws IllegalStateException when somebody is short after all; nobody of the few is paid.
     *     What is due waits instead.
     */
    public int payNext(UUID runId, int atMost) {
        BankRun run = run(runId);
        List<MovedMoney> paid = runs.pay(runId, runs.unpaid(runId, atMost));
        if (!run.isDue() && paid.stream().anyMatch(MovedMoney::isShort)) {
            throw new IllegalStateException("somebody of bank run " + runId + " has too little");
        }
        paid.stream()
                .filter(one -> one.entryId() != null)
                .forEach(
                        one ->
                                moved.fire(
                                        new MoneyMoved(
                                                TenantContext.require(),
                                                run.classId(),
                                                one.studentId(),
                                                one.entryId(),
                                                run.kind(),
                                                Money.tokens(one.amount()),
                                                run.title())));
        return paid.size();
    }

    /**
     * Marks the run as paid.
     *
     * @throws IllegalStateException when somebody of it is not
     */
    public void finish(UUID runId) {
        if (!runs.finish(runId, clock.now()) && run(runId).state() != BankRunState.PAID) {
            throw new IllegalStateException("bank run " + runId + " is not paid completely");
        }
    }

    /** Marks a run that stopped half-way. */
    public void fail(UUID runId, String why) {
        runs.fail(runId, why);
    }

    /**
     * Marks the running runs of the school on which nothing is done any more, so that somebody can
     * continue or reverse them; returns them. A crash or a database that was away leaves such.
     */
    public List<UUID> failStill() {
        return runs.failStill(
                PATIENCE, "It stood still. What is booked stays. Continue it or take it back.");
    }

    /** Says why a run may not be paid, from what {@link #claim} or {@link #begin} answered. */
    public String whyNot(UUID runId, String outcome) {
        return switch (outcome) {
            case "changed" ->
                    "A seat, a balance or the settings changed since this rehearsal. Nothing was booked."
                            + " Rehearse again.";
            case "busy" ->
                    "Another run of this class is not finished. Continue it or take it back.";
            case "overlap" -> "The interest of these days was paid already.";
            case "empty" -> "There is nothing to book.";
            default -> run(runId).state().sentence();
        };
    }
}
