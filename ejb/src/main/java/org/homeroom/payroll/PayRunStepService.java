package org.homeroom.payroll;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.attendance.DailyLimitService;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.JobProgress.Choice;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.ledger.MoneyMoved;
import org.homeroom.tenancy.TenantContext;

/**
 * The steps of a pay run, for the school bound to the thread. For {@link PayRunService} and the
 * job; no page or resource leads here. Deciding steps have a transaction of their own, so that
 * their outcome stands whatever the caller does next.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PayRunStepService {

    /** What {@link #claim} answers when the run may be paid now. */
    public static final String RUNNING = "running";

    /** Many times what a chunk takes. A slower one is not harmed: it goes on when it begins. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject PayrollRepository payroll;
    @Inject DailyLimitService limits;
    @Inject AuditService audit;
    @Inject SchoolClock clock;
    @Inject Event<PaidOut> paidOut;
    @Inject Event<MoneyMoved> moved;

    /** Reads a run; not found when there is none in this school. */
    public PayRun run(UUID runId) {
        return payroll.run(runId).orElseThrow(Refusal::notFound);
    }

    /** Reads the class's run that is going on or stopped half-way. */
    public Optional<PayRun> unfinished(UUID classId) {
        return payroll.unfinished(classId);
    }

    /** Returns up to when everybody in a class is paid; empty while somebody is not at all. */
    public Optional<Instant> paidThrough(UUID classId) {
        return payroll.paidThrough(classId);
    }

    /** Computes a new rehearsal; {@code replaces} and {@code by} may be null. */
    public PayRun rehearse(UUID classId, Instant through, UUID replaces, UUID by) {
        // Who forgot to tap out is out at the daily limit before anything is counted.
        limits.close(classId);
        UUID id = Ids.next();
        payroll.rehearse(
                id, classId, through.truncatedTo(ChronoUnit.SECONDS), replaces, by, clock.now());
        return run(id);
    }

    /** Lets a rehearsed run be paid or a stopped one go on; answers {@link #RUNNING} or why not. */
    public String claim(UUID runId, UUID by) {
        PayRun run = run(runId);
        String outcome = payroll.claim(runId, by, clock.now());
        if (outcome.equals(RUNNING)) {
            boolean isFirst = run.state() == PayState.REHEARSED;
            audit.record(
                    isFirst ? "payroll.run.committed" : "payroll.run.continued",
                    "pay_run",
                    runId,
                    null,
                    Map.of("total", run.total()));
        }
        return outcome;
    }

    /**
     * Begins or goes on with a run on behalf of an execution; a run still rehearsed (a job started
     * by hand) is claimed now.
     *
     * @param by who started the job by hand, null when nobody is known
     * @return the run's state as a word, {@link #RUNNING} when it may be paid
     */
    public String begin(UUID runId, long jobExecutionId, UUID by) {
        String outcome = run(runId).state() == PayState.RUNNING ? RUNNING : claim(runId, by);
        if (outcome.equals(RUNNING)) {
            payroll.startedBy(runId, jobExecutionId);
        }
        return outcome;
    }

    /**
     * Lists students who are not paid yet, after a student, in order; in the caller's transaction.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public List<UUID> unpaid(UUID runId, UUID after, int limit) {
        return payroll.unpaid(runId, after, limit);
    }

    /**
     * Pays the students in the caller's transaction, their time, their marks and what their earlier
     * pay lacks or has too much, and tells about it after its success. Students whom this run paid
     * before are left out.
     *
     * @return how many were paid for time
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int pay(UUID runId, List<UUID> students) {
        UUID school = TenantContext.require();
        UUID classId = run(runId).classId();
        List<PaidLine> paid = payroll.pay(runId, students);
        paid.forEach(line -> tell(school, classId, line));
        payroll.payCorrections(runId, students).forEach(line -> tell(school, classId, line));
        return paid.size();
    }

    private void tell(UUID school, UUID classId, PaidLine line) {
        if (!line.isCorrection()) {
            paidOut.fire(
                    new PaidOut(school, classId, line.studentId(), line.entryId(), line.amount()));
            return;
        }
        String sentence =
                line.amount() < 0
                        ? "Earlier pay was corrected: some of it was taken back."
                        : "Earlier pay was corrected: you got the rest of it.";
        moved.fire(
                new MoneyMoved(
                        school,
                        classId,
                        line.studentId(),
                        line.entryId(),
                        line.kind(),
                        Money.tokens(line.amount()),
                        sentence));
    }

    /**
     * Marks the run as paid.
     *
     * @throws IllegalStateException when somebody of it is not
     */
    public void finish(UUID runId) {
        if (!payroll.finish(runId, clock.now())) {
            throw new IllegalStateException("pay run " + runId + " is not paid completely");
        }
    }

    /** Marks a run whose job could not be started. */
    public void fail(UUID runId, String why) {
        payroll.fail(runId, null, why);
    }

    /** Marks the run as stopped half-way, unless it has ended or another execution works on it. */
    public void stopped(UUID runId, long jobExecutionId, String why) {
        payroll.fail(runId, jobExecutionId, why);
    }

    /**
     * Marks the running runs of the school on which nothing is done any more, so that somebody can
     * continue or reverse them; returns them. Nobody may be at work on one after a crash between
     * commit and start, or after the database was away.
     */
    public List<UUID> failStill() {
        return payroll.failStill(
                PATIENCE, "It stood still. Who is paid stays paid. Continue it or take it back.");
    }

    /** Says why a run may not be paid, from what {@link #claim} or {@link #begin} answered. */
    public String whyNot(UUID runId, String outcome) {
        return switch (outcome) {
            case "changed" ->
                    "A tap, a mark, a seat, the rate or an earlier payment changed since this"
                            + " rehearsal. Nothing was paid. Rehearse again.";
            case "busy" ->
                    "Another run of this class is not finished. Continue it or take it back.";
            case "empty" -> "Nobody has unpaid time or changed pay. There is nothing to pay.";
            default -> run(runId).state().sentence();
        };
    }

    /** Lists the school's runs that a job could pay now: the newest of each class. */
    public List<Choice> waiting() {
        return payroll.waiting();
    }

    /** Lists the classes of the school that can be paid, by name. */
    public List<Choice> classes() {
        return payroll.classes();
    }

    /** Says what a run is about: the class's name. */
    public String about(PayRun run) {
        return payroll.className(run.classId());
    }
}
