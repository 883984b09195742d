package org.homeroom.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.identity.SignInService;
import org.homeroom.kernel.DaySpan;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** Students tap; they and their teachers see who is in and what time is not paid yet. */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class AttendanceService {

    private static final int MOST_TAPS = 1000;

    @Inject RosterService roster;
    @Inject SignInService signIn;
    @Inject TapRepository taps;
    @Inject TapCorrectionRepository corrections;
    @Inject BoardRepository boards;
    @Inject SchoolClock clock;
    @Inject AuditService audit;
    @Inject Event<Tapped> tapped;

    /**
     * Taps the calling student in or out. A repeated tap of the same state changes nothing; a start
     * ends the sessions in all other classes.
     *
     * @throws Refusal in the order of domain/economy.md 4.1: wrong PIN, no such class, unknown
     *     action, tapping closed, done for today, no reason, daily limit
     */
    @RolesAllowed(Roles.STUDENT)
    public TapResult tap(Tap command) {
        UUID student = CallerContext.require().accountId();
        signIn.provePin(command.pin());
        ClassRef classRef = roster.classFor(command.classId());
        if (command.action() == null) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "action", "The action is in or out.");
        }
        String reason = TapRules.reason(command.reason());
        taps.lock(student);
        Instant now = now();
        SeatNow seat = seat(classRef.id(), settled(student, now));
        TapOutcome outcome = TapRules.decide(seat, classRef.name(), command.action(), reason);
        carryOut(outcome, seat, reason, now);
        SeatNow after = boards.seat(classRef.id(), student, now).orElseThrow(Refusal::notFound);
        return new TapResult(after, classRef.currency(), outcome != TapOutcome.NOTHING);
    }

    private void carryOut(TapOutcome outcome, SeatNow seat, String reason, Instant now) {
        UUID classId = seat.classId();
        UUID student = seat.studentId();
        LocalDate today = LocalDate.ofInstant(now, seat.zone());
        List<Tapped> added = new ArrayList<>();
        switch (outcome) {
            case START -> {
                added.addAll(taps.closeOthers(classId, student, now));
                added.add(taps.add(classId, student, TapAction.IN, null, "student", student, now));
            }
            case BREAK -> {
                added.add(
                        taps.add(classId, student, TapAction.OUT, reason, "student", student, now));
                taps.unlockDay(classId, student);
            }
            case DONE -> {
                added.add(
                        taps.add(classId, student, TapAction.OUT, reason, "student", student, now));
                taps.lockDay(classId, List.of(student), today);
            }
            case END_DAY -> taps.lockDay(classId, List.of(student), today);
            case NOTHING -> {}
        }
        added.forEach(tapped::fire);
    }

    /** Returns where the calling student stands in each class, daily limits applied. */
    @RolesAllowed(Roles.STUDENT)
    public List<SeatNow> mine() {
        return settled(CallerContext.require().accountId(), now());
    }

    /**
     * Returns where a student of a class stands, daily limit applied; students may ask for
     * themselves.
     *
     * @throws Refusal not found, for a stranger's class or another student's seat
     */
    @RolesAllowed({Roles.STUDENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public SeatNow today(UUID classId, UUID studentId) {
        seenBy(classId, studentId);
        return seat(classId, settled(studentId, now()));
    }

    /**
     * Returns where a child of the caller's stands in each class, daily limits applied.
     *
     * @throws Refusal not found, whether the pupil is absent or not the caller's child
     */
    @RolesAllowed(Roles.PARENT)
    public List<SeatNow> ofChild(UUID studentId) {
        if (!roster.isMyChild(studentId)) {
            throw Refusal.notFound();
        }
        return settled(studentId, now());
    }

    /**
     * Lists a student's sessions in a class between two instants, from the taps themselves;
     * students may ask for their own, parents for their children's.
     *
     * @param after up to when the time was paid before, null for never
     * @throws Refusal not found, for a stranger's class or another student's sessions
     */
    @RolesAllowed({Roles.STUDENT, Roles.PARENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public List<Session> sessions(UUID classId, UUID studentId, Instant after, Instant through) {
        UUID seen = seenBy(classId, studentId);
        return Session.of(taps.telling(seen, studentId, after, through), after, through);
    }

    /**
     * Lists changes of a student's taps in a class between two instants, the newest first; for
     * those who may see the sessions.
     *
     * @param after the earlier instant, or null for all time
     */
    @RolesAllowed({Roles.STUDENT, Roles.PARENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public List<TapChange> changes(UUID classId, UUID studentId, Instant after, Instant through) {
        return corrections.changes(
                seenBy(classId, studentId), studentId, after, through, MOST_TAPS);
    }

    private UUID seenBy(UUID classId, UUID studentId) {
        boolean mine = CallerContext.require().accountId().equals(studentId);
        boolean looks = mine || roster.isMyChild(studentId);
        return (looks ? roster.classOf(classId, studentId) : roster.ownedClass(classId)).id();
    }

    /** Lists the students of a class that the caller runs, daily limits applied. */
    public List<SeatNow> board(UUID classId) {
        return settledClass(roster.ownedClass(classId).id());
    }

    /** Adds up the students of each class of the caller, daily limits applied. */
    public List<ClassNow> sums() {
        List<UUID> classIds = roster.myClasses().stream().map(ClassRef::id).toList();
        Instant now = now();
        List<ClassNow> sums = boards.sums(classIds, now);
        if (sums.stream().noneMatch(ClassNow::mayBeDue)) {
            return sums;
        }
        atLimit(classIds, null, now);
        return boards.sums(classIds, now);
    }

    private List<SeatNow> settledClass(UUID classId) {
        Instant now = now();
        List<SeatNow> seats = boards.ofClass(classId, now);
        if (seats.stream().noneMatch(seat -> seat.mayBeDue(now))) {
            return seats;
        }
        atLimit(List.of(classId), null, now);
        return boards.ofClass(classId, now);
    }

    /**
     * Returns unpaid time of a class that the caller runs, from the taps themselves, limits
     * applied.
     */
    public List<UnpaidTime> unpaid(UUID classId) {
        UUID owned = roster.ownedClass(classId).id();
        Instant now = now();
        atLimit(List.of(owned), null, now);
        return boards.unpaid(owned, now);
    }

    /**
     * Taps students out and ends their day, in a class that the caller runs.
     *
     * @param studentIds those to tap out, or null for everyone who is in
     * @param typedReason null for the usual one
     * @return the taps that were added; whoever was out already has none
     */
    public List<Tapped> tapOut(UUID classId, Collection<UUID> studentIds, String typedReason) {
        ClassRef owned = roster.ownedClass(classId);
        String reason = TapRules.reason(typedReason);
        Instant now = now();
        List<UUID> chosen = new ArrayList<>();
        for (SeatNow seat : boards.ofClass(owned.id(), now)) {
            if (studentIds == null ? seat.isIn() : studentIds.contains(seat.studentId())) {
                chosen.add(seat.studentId());
            }
        }
        if (studentIds != null && chosen.size() < studentIds.stream().distinct().count()) {
            throw Refusal.notFound();
        }
        chosen.stream().sorted().forEach(taps::lock);
        atLimit(List.of(owned.id()), chosen, now);
        UUID teacher = CallerContext.require().accountId();
        List<Tapped> added =
                taps.closeStudents(
                        owned.id(),
                        chosen,
                        reason == null ? "Teacher tap-out" : reason,
                        teacher,
                        now);
        taps.lockDay(owned.id(), chosen, LocalDate.ofInstant(now, owned.zone()));
        audit.record(
                "attendance.class.tapped_out",
                "class",
                owned.id(),
                null,
                Map.of("students", chosen.size(), "taps", added.size()));
        added.forEach(tapped::fire);
        return added;
    }

    /**
     * Returns a local day of a class that the caller runs: its taps and its time per student, daily
     * limits applied.
     */
    public AttendanceDay day(UUID classId, LocalDate day) {
        ClassRef owned = roster.ownedClass(classId);
        List<SeatNow> seats = settledClass(owned.id());
        Instant from = day.atStartOfDay(owned.zone()).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(owned.zone()).toInstant();
        Instant through = to.isBefore(now()) ? to : now();
        List<TapEvent> rows = taps.list(owned.id(), null, from, to, null, Integer.MAX_VALUE);
        return new AttendanceDay(
                owned, day, seats, rows, boards.seconds(owned.id(), from, through));
    }

    /** Returns who was in on several days of a class that the caller runs, daily limits applied. */
    public AttendanceSpan span(UUID classId, DaySpan days) {
        ClassRef owned = roster.ownedClass(classId);
        Instant now = now();
        atLimit(List.of(owned.id()), null, now);
        Instant begin = days.from().atStartOfDay(owned.zone()).toInstant();
        Instant end = days.to().plusDays(1).atStartOfDay(owned.zone()).toInstant();
        return AttendanceSpan.of(
                owned,
                days.from(),
                days.to(),
                roster.students(owned.id()),
                taps.list(owned.id(), null, begin, end, null, Integer.MAX_VALUE),
                end.isBefore(now) ? end : now);
    }

    private List<SeatNow> settled(UUID studentId, Instant now) {
        List<SeatNow> seats = boards.ofStudent(studentId, now);
        if (seats.stream().noneMatch(seat -> seat.mayBeDue(now))) {
            return seats;
        }
        taps.lock(studentId);
        atLimit(seats.stream().map(SeatNow::classId).toList(), List.of(studentId), now);
        return boards.ofStudent(studentId, now);
    }

    private static SeatNow seat(UUID classId, List<SeatNow> seats) {
        return seats.stream()
                .filter(seat -> seat.classId().equals(classId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private void atLimit(List<UUID> classIds, List<UUID> studentIds, Instant now) {
        taps.closeAtLimit(classIds, studentIds, now).forEach(tapped::fire);
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
