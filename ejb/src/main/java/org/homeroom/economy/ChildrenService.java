package org.homeroom.economy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeroom.attendance.AttendanceService;
import org.homeroom.attendance.SeatNow;
import org.homeroom.attendance.Session;
import org.homeroom.banking.LoanService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.ledger.AccountRow;
import org.homeroom.ledger.EntryRow;
import org.homeroom.ledger.LedgerQueryService;
import org.homeroom.roster.Child;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.GuardianLinkService;
import org.homeroom.roster.RosterService;

/** Gathers what parents see of their children; they look and change nothing. */
@Stateless
@RolesAllowed(Roles.PARENT)
public class ChildrenService {

    private static final int LATEST = 5;

    @Inject GuardianLinkService guardians;
    @Inject RosterService roster;
    @Inject AttendanceService attendance;
    @Inject LedgerQueryService ledger;
    @Inject LoanService loans;
    @Inject SchoolClock clock;

    /**
     * Lists the caller's children, by name.
     *
     * @param day any of the week that is looked at; null for this week
     */
    public List<ChildOverview> children(LocalDate day) {
        return guardians.children().stream().map(child -> overview(child, day)).toList();
    }

    private ChildOverview overview(Child child, LocalDate day) {
        Map<UUID, SeatNow> seats =
                attendance.ofChild(child.studentId()).stream()
                        .collect(Collectors.toMap(SeatNow::classId, seat -> seat));
        return new ChildOverview(
                child,
                roster.classesOfChild(child.studentId()).stream()
                        .filter(one -> seats.containsKey(one.id()))
                        .map(one -> inClass(child, one, seats.get(one.id()), day))
                        .flatMap(Optional::stream)
                        .toList());
    }

    // Empty for a class where the child has no account to show yet; the others are shown.
    private Optional<ChildInClass> inClass(
            Child child, ClassRef classRef, SeatNow seat, LocalDate day) {
        UUID student = child.studentId();
        List<AccountRow> accounts = ledger.ofChild(student, classRef.id());
        AccountRow checking = kind(accounts, "checking");
        if (checking == null && child.rights().showsBalance()) {
            return Optional.empty();
        }
        AccountRow loan = kind(accounts, "loan");
        LocalDate today = clock.today(classRef.zone());
        LocalDate monday =
                (day == null || day.isAfter(today) ? today : day)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Optional.of(
                new ChildInClass(
                        classRef,
                        seat,
                        checking,
                        kind(accounts, "savings"),
                        loan,
                        kind(accounts, "certificate"),
                        loan == null || loan.balance() == 0
                                ? null
                                : loans.nextOfChild(student, classRef.id()).orElse(null),
                        child.rights().showsEntries() ? latest(checking, classRef) : List.of(),
                        monday,
                        week(student, classRef, monday)));
    }

    private List<EntryRow> latest(AccountRow checking, ClassRef classRef) {
        LocalDate from = clock.today(classRef.zone()).minusDays(DashboardService.RECENT_DAYS);
        List<EntryRow> recent = ledger.statement(checking.id(), from, null, null).rows();
        return List.copyOf(recent.subList(0, Math.min(LATEST, recent.size())));
    }

    private List<WorkedDay> week(UUID student, ClassRef classRef, LocalDate monday) {
        ZoneId zone = classRef.zone();
        Instant from = monday.atStartOfDay(zone).toInstant();
        Instant end = monday.plusWeeks(1).atStartOfDay(zone).toInstant();
        Instant through = end.isBefore(clock.now()) ? end : clock.now();
        Map<LocalDate, List<Session>> days =
                attendance.sessions(classRef.id(), student, from, through).stream()
                        // A tap out without one in adds no time.
                        .filter(session -> session.seconds() > 0)
                        .collect(
                                Collectors.groupingBy(
                                        session -> LocalDate.ofInstant(session.from(), zone),
                                        TreeMap::new,
                                        Collectors.toList()));
        return days.entrySet().stream()
                .map(day -> new WorkedDay(day.getKey(), day.getValue()))
                .toList();
    }

    private static AccountRow kind(List<AccountRow> accounts, String kind) {
        return accounts.stream()
                .filter(account -> account.kind().equals(kind))
                .findFirst()
                .orElse(null);
    }
}
