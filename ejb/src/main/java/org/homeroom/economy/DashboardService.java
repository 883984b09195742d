package org.homeroom.economy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.attendance.AttendanceService;
import org.homeroom.attendance.SeatNow;
import org.homeroom.banking.Loan;
import org.homeroom.banking.LoanService;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.ledger.ClassEntryService;
import org.homeroom.ledger.LedgerQueryService;
import org.homeroom.ledger.RecentMoney;
import org.homeroom.payroll.PaySettingsService;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RecoveryAsked;
import org.homeroom.roster.RecoveryHelpService;
import org.homeroom.roster.RecoverySetupService;
import org.homeroom.roster.RosterService;

/** Gathers a dashboard in one transaction. */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class DashboardService {

    /** How far back a student's own sum goes: two pay days at the usual frequency. */
    public static final int RECENT_DAYS = 30;

    /** How many weeks and months a student's earnings go back. */
    public static final int FLOWS = 8;

    private static final int LATEST = 20;

    @Inject RosterService roster;
    @Inject AttendanceService attendance;
    @Inject LedgerQueryService ledger;
    @Inject ClassEntryService entries;
    @Inject PaySettingsService settings;
    @Inject LoanService loans;
    @Inject RecoveryHelpService help;
    @Inject RecoverySetupService recovery;
    @Inject SchoolClock clock;

    /**
     * Returns the calling student in a class.
     *
     * @param classId null for the student's first class
     * @return nothing when the student is in no class yet
     * @throws Refusal not found, when the student is not in that class
     */
    @RolesAllowed(Roles.STUDENT)
    public Optional<StudentDashboard> student(UUID classId) {
        List<ClassRef> classes = roster.myClasses();
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        ClassRef chosen = choose(classes, classId);
        SeatNow seat = seat(chosen.id());
        LocalDate from = clock.today(chosen.zone()).minusDays(RECENT_DAYS);
        RecentMoney money =
                ledger.recent(chosen.id(), from.atStartOfDay(chosen.zone()).toInstant());
        return Optional.of(
                new StudentDashboard(
                        chosen,
                        seat,
                        money,
                        settings.payDays(chosen.id()).next(),
                        money.owed() == 0 ? null : due(chosen.id()),
                        roster.mayHelpTeacher() ? asked() : null));
    }

    /**
     * Returns a week of the calling student: time in all classes, money and rate of one.
     *
     * @param classId null for the student's first class
     * @param day any of the week's; null for this week
     * @return nothing when the student is in no class yet
     * @throws Refusal not found, when the student is not in that class
     */
    @RolesAllowed(Roles.STUDENT)
    public Optional<StudentWeek> week(UUID classId, LocalDate day) {
        List<ClassRef> classes = roster.myClasses();
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        ClassRef chosen = choose(classes, classId);
        ZoneId zone = chosen.zone();
        LocalDate today = clock.today(zone);
        LocalDate monday =
                (day == null || day.isAfter(today) ? today : day)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        // First, because it ends what the daily limit has ended.
        SeatNow seat = seat(chosen.id());
        return Optional.of(
                new StudentWeek(
                        chosen,
                        classes,
                        monday,
                        today,
                        stays(classes, zone, monday),
                        seat,
                        ledger.flow(chosen.id(), ChronoUnit.WEEKS, FLOWS),
                        ledger.flow(chosen.id(), ChronoUnit.MONTHS, FLOWS),
                        settings.get(chosen.id()),
                        settings.payDays(chosen.id()).next()));
    }

    private List<Stay> stays(List<ClassRef> classes, ZoneId zone, LocalDate monday) {
        Instant from = monday.atStartOfDay(zone).toInstant();
        Instant end = monday.plusWeeks(1).atStartOfDay(zone).toInstant();
        Instant through = end.isBefore(clock.now()) ? end : clock.now();
        UUID student = CallerContext.require().accountId();
        return classes.stream()
                .flatMap(
                        one ->
                                attendance.sessions(one.id(), student, from, through).stream()
                                        .flatMap(session -> Stay.of(one.id(), session, zone)))
                .sorted(Comparator.comparing(Stay::from))
                .toList();
    }

    /**
     * Returns the caller's classes with one of them opened.
     *
     * @param classId null for the first class
     * @return nothing when the caller has no class yet
     * @throws Refusal not found, when the class is not the caller's
     */
    public Optional<TeacherDashboard> teacher(UUID classId) {
        List<ClassRef> classes = roster.myClasses();
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        ClassRef chosen = choose(classes, classId);
        return Optional.of(
                new TeacherDashboard(
                        chosen,
                        classes,
                        attendance.sums(),
                        attendance.board(chosen.id()),
                        roster.unclaimed(chosen.id()),
                        ledger.funds(chosen.id()),
                        entries.latest(chosen.id(), LATEST),
                        settings.payDays(chosen.id()).next(),
                        loans.waiting(chosen.id()),
                        isTeacherAlone() ? recovery.state() : null));
    }

    private Loan due(UUID classId) {
        return loans.list(classId).stream()
                .filter(one -> one.nextDue() != null)
                .min(Comparator.comparing(Loan::nextDue))
                .orElse(null);
    }

    // Students help nobody back in on whom the whole school hangs.
    private static boolean isTeacherAlone() {
        Caller caller = CallerContext.require();
        return caller.has(Roles.TEACHER) && !caller.has(Roles.SCHOOL_ADMIN);
    }

    private RecoveryAsked asked() {
        return help.asked().stream()
                .filter(one -> !one.coded() && !one.dismissed())
                .findFirst()
                .orElse(null);
    }

    private SeatNow seat(UUID classId) {
        return attendance.mine().stream()
                .filter(seat -> seat.classId().equals(classId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static ClassRef choose(List<ClassRef> classes, UUID classId) {
        return classId == null
                ? classes.get(0)
                : classes.stream()
                        .filter(one -> one.id().equals(classId))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
    }
}
