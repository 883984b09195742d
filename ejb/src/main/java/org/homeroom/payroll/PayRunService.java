package org.homeroom.payroll;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.attendance.AttendanceService;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.FreshProofService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Slice;
import org.homeroom.ledger.ReversalNews;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** Pay runs of the classes that the caller runs. Other people's runs are not found. */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class PayRunService {

    private static final int LONGEST_REASON = 200;

    @Inject RosterService roster;
    @Inject AttendanceService attendance;
    @Inject PayRunStepService steps;
    @Inject PayrollRepository payroll;
    @Inject PayDifferenceRepository differences;
    @Inject PayDayRepository days;
    @Inject PayRunJob job;
    @Inject AuditService audit;
    @Inject ReversalNews news;
    @Inject FreshProofService proof;
    @Inject SchoolClock clock;

    /** Returns what a run would pay now. */
    public PayEstimate estimate(UUID classId) {
        roster.ownedClass(classId);
        return payroll.estimate(classId, clock.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Lists the students of a class by name, with what is unpaid now and what they were paid. */
    public List<PayStudent> students(UUID classId) {
        roster.ownedClass(classId);
        return payroll.students(classId, clock.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Computes a run without paying.
     *
     * @param through time up to here is paid; null for now
     * @throws Refusal naming {@code through}, when it is yet to come, or lies before the time up to
     *     which everybody is paid
     * @throws PayRunUnderWay while another run of the class is not finished
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PayRun rehearse(UUID classId, Instant through) {
        roster.ownedClass(classId);
        Instant now = clock.now();
        if (through != null && through.isAfter(now)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "through",
                    "Time can be paid up to now, not further.");
        }
        refuseWhileUnderWay(classId, null);
        refuseBeforePaid(classId, through);
        return steps.rehearse(
                classId,
                through == null ? now : through,
                null,
                CallerContext.require().accountId());
    }

    /**
     * Starts the job that pays a rehearsed run, or goes on with one that stopped.
     *
     * @return the number of the job's execution
     * @throws StaleRehearsal when an input changed; a new rehearsal is there then
     * @throws PayRunUnderWay while another run of the class is not finished
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public long commit(UUID runId) {
        PayRun run = steps.run(runId);
        roster.ownedClass(run.classId());
        UUID by = CallerContext.require().accountId();
        String outcome = steps.claim(runId, by);
        switch (outcome) {
            case PayRunStepService.RUNNING:
                return job.start(run);
            case "changed":
                throw new StaleRehearsal(
                        run, steps.rehearse(run.classId(), run.through(), runId, by));
            case "busy":
                refuseWhileUnderWay(run.classId(), runId);
                throw new Refusal(
                        ErrorCode.CONFLICT, "Another run of this class just ended. Check again.");
            default:
                throw new Refusal(ErrorCode.CONFLICT, steps.whyNot(runId, outcome));
        }
    }

    /** Takes a paid or stopped run back as a whole; the time behind it is unpaid again. */
    public PayRun reverse(UUID runId, String reason) {
        owned(runId);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "reason", "Say why, in at most 200 characters.");
        }
        proof.require();
        String outcome =
                payroll.reverse(
                        runId, reason.strip(), CallerContext.require().accountId(), clock.now());
        if (outcome.equals("later")) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "A later run of this class was paid. Take that one back first.");
        } else if (!outcome.equals("reversed")) {
            throw new Refusal(ErrorCode.CONFLICT, steps.run(runId).state().sentence());
        }
        news.tell();
        audit.record(
                "payroll.run.reversed", "pay_run", runId, null, Map.of("reason", reason.strip()));
        return owned(runId);
    }

    /** Returns a run. */
    public PayRun find(UUID runId) {
        return owned(runId);
    }

    /** Lists a run's lines: those to check first, then by name. */
    public List<PayLine> lines(UUID runId, int limit, long offset) {
        return payroll.lines(owned(runId).id(), limit, offset);
    }

    /** Returns how the time of a run under a rule adds up; nothing under the plain one. */
    public Optional<PayParts> parts(UUID runId) {
        return payroll.parts(owned(runId).id());
    }

    /** Lists what a run corrects of earlier time: by student, the oldest first. */
    public List<PayCorrection> corrections(UUID runId) {
        return differences.corrections(owned(runId).id());
    }

    /** Lists what a run gives for marks of days: by student, the oldest first. */
    public List<PayMark> marks(UUID runId) {
        return differences.marks(owned(runId).id());
    }

    /**
     * Tells how a line came about; students may ask for their own once it is paid, and so may their
     * parents.
     *
     * @throws Refusal not found, for another's line
     */
    @RolesAllowed({Roles.STUDENT, Roles.PARENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public PayLineStory story(UUID lineId) {
        return story(payroll.line(lineId).orElseThrow(Refusal::notFound));
    }

    /** Tells how a student's line of a run came about, as {@link #story(UUID)} does. */
    @RolesAllowed({Roles.STUDENT, Roles.PARENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public PayLineStory story(UUID runId, UUID studentId) {
        return story(payroll.line(runId, studentId).orElseThrow(Refusal::notFound));
    }

    private PayLineStory story(PayLine line) {
        PayRun run = payroll.run(line.runId()).orElseThrow(Refusal::notFound);
        List<PayMark> marks = differences.marks(run.id(), line.studentId());
        ClassRef inClass = classOf(run, line, marks);
        return new PayLineStory(
                run,
                line,
                inClass,
                attendance.sessions(inClass.id(), line.studentId(), line.from(), run.through()),
                attendance.changes(inClass.id(), line.studentId(), line.from(), run.through()),
                differences.correctionsOf(line.id()),
                payroll.days(line.id()),
                marks);
    }

    private ClassRef classOf(PayRun run, PayLine line, List<PayMark> marks) {
        // First, because a teacher may have a child in a class of theirs.
        if (roster.runs(run.classId())) {
            return roster.ownedClass(run.classId());
        }
        boolean mine =
                CallerContext.require().accountId().equals(line.studentId())
                        || roster.rightsTo(line.studentId()).showsEntries();
        boolean paid =
                line.entryId() != null || marks.stream().anyMatch(one -> one.entryId() != null);
        if (!mine || !paid) {
            throw Refusal.notFound();
        }
        return roster.classOf(run.classId(), line.studentId());
    }

    /** Finds the rehearsal that took the place of a stale one. */
    public Optional<PayRun> replacementOf(UUID staleId) {
        return payroll.replacementOf(owned(staleId).id());
    }

    /** Finds the paid run before this one. */
    public Optional<PayRun> paidBefore(UUID runId) {
        return payroll.paidBefore(owned(runId));
    }

    /** Finds the run that has to be taken back before this one can be. */
    public Optional<PayRun> committedAfter(UUID runId) {
        PayRun run = owned(runId);
        return run.committedAt() == null ? Optional.empty() : payroll.committedAfter(run);
    }

    /** Lists a class's runs, newest first. */
    public Slice<PayRun> list(UUID classId, int page, int perPage) {
        roster.ownedClass(classId);
        List<PayRun> rows = payroll.runs(classId, perPage, (page - 1L) * perPage);
        return new Slice<>(rows, payroll.count(classId), page, perPage);
    }

    /** Lists what became of the newest pay days on which a class was to be paid by itself. */
    public List<PayDayRow> payDays(UUID classId, int limit) {
        return days.newest(roster.ownedClass(classId).id(), limit);
    }

    /** Lists the runs of a class that were committed, newest first. */
    public List<PayRun> committed(UUID classId, int limit) {
        roster.ownedClass(classId);
        return payroll.committed(classId, limit);
    }

    private PayRun owned(UUID runId) {
        PayRun run = payroll.run(runId).orElseThrow(Refusal::notFound);
        roster.ownedClass(run.classId());
        return run;
    }

    // Up to the very end of it stays possible: such a run pays what was corrected since.
    private void refuseBeforePaid(UUID classId, Instant through) {
        if (through == null) {
            return;
        }
        steps.paidThrough(classId)
                .filter(through::isBefore)
                .ifPresent(
                        paid -> {
                            throw new Refusal(
                                    ErrorCode.VALIDATION_ERROR,
                                    "through",
                                    "This class was paid up to %s already. Choose that time or a later one."
                                            .formatted(paid));
                        });
    }

    private void refuseWhileUnderWay(UUID classId, UUID except) {
        steps.unfinished(classId)
                .filter(other -> !other.id().equals(except))
                .ifPresent(
                        other -> {
                            throw new PayRunUnderWay(other);
                        });
    }
}
