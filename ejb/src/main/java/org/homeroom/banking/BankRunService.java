package org.homeroom.banking;

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
import org.homeroom.identity.FreshProofService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.ledger.ReversalNews;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/**
 * Bonuses, fees, interest and what is due in classes that the caller runs. Other people's are not
 * found.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class BankRunService {

    private static final int AT_ONCE = 500;

    @Inject RosterService roster;
    @Inject BankRunStepService steps;
    @Inject BankRunRepository runs;
    @Inject BankSettingsService settings;
    @Inject BankRunJob job;
    @Inject BankDayRepository days;
    @Inject AuditService audit;
    @Inject ReversalNews news;
    @Inject FreshProofService proof;
    @Inject SchoolClock clock;

    /**
     * Computes a bonus for everybody in the class, or a fee when the amount is below zero.
     *
     * @param title what the statement says
     * @param amount minor units, not zero
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public BankRun rehearseBonus(UUID classId, String title, long amount) {
        roster.ownedClass(classId);
        return steps.rehearseBonus(
                classId,
                MoneyRules.text("title", title),
                MoneyRules.signed("amount", amount),
                CallerContext.require().accountId());
    }

    /**
     * Computes the interest of the days that come next.
     *
     * @throws Refusal conflict, when they have not passed or the class pays no interest
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public BankRun rehearseInterest(UUID classId) {
        ClassRef found = roster.ownedClass(classId);
        if (settings.get(found.id()).rateMicros() == 0) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This class pays no interest. Set a rate in the bank's settings first.");
        }
        return steps.rehearseInterest(
                found.id(), found.zone(), CallerContext.require().accountId());
    }

    /**
     * Computes what is due today of the class's loans and certificates.
     *
     * @throws Refusal conflict, when nothing is
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public BankRun rehearseDue(UUID classId) {
        ClassRef found = roster.ownedClass(classId);
        return steps.rehearseDue(
                found.id(), clock.today(found.zone()), CallerContext.require().accountId());
    }

    /**
     * Books a rehearsed run, or goes on with one that stopped: by its job, a bonus at once.
     *
     * @throws Refusal conflict, with the sentence why not
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public BankRun commit(UUID runId) {
        BankRun run = steps.run(runId);
        roster.ownedClass(run.classId());
        String outcome = steps.claim(runId, CallerContext.require().accountId());
        if (!outcome.equals(BankRunStepService.RUNNING)) {
            throw new Refusal(ErrorCode.CONFLICT, steps.whyNot(runId, outcome));
        }
        try {
            if (run.isByJob()) {
                job.start(run);
            } else {
                payAll(runId);
            }
        } catch (RuntimeException e) {
            steps.fail(
                    runId, "Something broke. What is booked stays; continue it or take it back.");
            throw e;
        }
        return steps.run(runId);
    }

    /** Takes a booked or stopped run back as a whole. */
    public BankRun reverse(UUID runId, String reason) {
        find(runId);
        String why = MoneyRules.text("reason", reason);
        proof.require();
        String outcome = runs.reverse(runId, why, CallerContext.require().accountId(), clock.now());
        if (outcome.equals("later")) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "Interest of later days was paid since. Take that back first.");
        } else if (!outcome.equals("reversed")) {
            throw new Refusal(ErrorCode.CONFLICT, find(runId).state().sentence());
        }
        news.tell();
        audit.record("banking.run.reversed", "bank_run", runId, null, Map.of("reason", why));
        return find(runId);
    }

    /** Returns a run. */
    public BankRun find(UUID runId) {
        BankRun run = runs.run(runId).orElseThrow(Refusal::notFound);
        roster.ownedClass(run.classId());
        return run;
    }

    /** Lists a run's lines: those left out first, then by name. */
    public List<BankLine> lines(UUID runId) {
        return runs.lines(find(runId).id());
    }

    /** Lists the runs of a class that were booked, newest first; null for all kinds. */
    public List<BankRun> committed(UUID classId, String kind, int limit) {
        return runs.committed(roster.ownedClass(classId).id(), kind, limit);
    }

    /** Lists what became of the newest that the class's bank booked by itself. */
    public List<BankDayRow> byItself(UUID classId, int limit) {
        return days.newest(roster.ownedClass(classId).id(), limit);
    }

    /** Returns the days whose interest comes next. */
    public BankPeriod nextPeriod(UUID classId) {
        ClassRef found = roster.ownedClass(classId);
        return runs.nextPeriod(found.id(), found.zone().getId());
    }

    private void payAll(UUID runId) {
        while (steps.payNext(runId, AT_ONCE) > 0) {
            // A large class takes several transactions.
        }
        steps.finish(runId);
    }
}
