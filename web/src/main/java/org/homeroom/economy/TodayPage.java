package org.homeroom.economy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeroom.attendance.ClassNow;
import org.homeroom.attendance.SeatNow;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.ledger.LatestEntry;
import org.homeroom.ledger.StudentFunds;
import org.homeroom.roster.ClassRef;

/** A teacher's start page: who is in, what is not paid, what has just moved. */
@Named
@RequestScoped
public class TodayPage {

    private static final String OUT = "is-out";

    @Inject OnboardingService onboarding;
    @Inject DashboardService dashboards;
    @Inject EconomyTexts texts;
    @Inject Show show;
    @Inject SchoolClock clock;

    private String classId;
    private TeacherDashboard board;
    private boolean read;
    private Map<UUID, ClassLine> lines;

    /** Returns the dashboard, or null when the teacher has no class yet. */
    public TeacherDashboard getBoard() {
        if (!read) {
            board = dashboards.teacher(id()).orElse(null);
            read = true;
        }
        return board;
    }

    public ZoneId getZone() {
        return getBoard().classRef().zone();
    }

    /** Returns the line below the heading: the day and the time in the class's zone. */
    public String getNow() {
        Instant now = clock.now();
        return texts.of("today.now", show.day(now, getZone()), show.clock(now, getZone()));
    }

    /** Returns the opened class's figures. */
    public ClassLine getFigures() {
        return lines().get(getBoard().classRef().id());
    }

    /** Returns all classes with their figures. */
    public List<ClassLine> getClasses() {
        return List.copyOf(lines().values());
    }

    private Map<UUID, ClassLine> lines() {
        if (lines == null) {
            Map<UUID, ClassNow> sums =
                    getBoard().sums().stream()
                            .collect(Collectors.toMap(ClassNow::classId, sum -> sum));
            lines = new LinkedHashMap<>();
            for (ClassRef one : getBoard().classes()) {
                ClassNow sum = sums.getOrDefault(one.id(), ClassNow.empty(one.id()));
                lines.put(one.id(), ClassLine.of(one, sum));
            }
        }
        return lines;
    }

    /** Returns the sum of what students have, in minor units. */
    public long getBalances() {
        return getBoard().funds().stream().mapToLong(StudentFunds::balance).sum();
    }

    /** Returns how far away the next pay day is. */
    public String getPayDayNote() {
        long days = ChronoUnit.DAYS.between(clock.today(getZone()), getBoard().nextPayDate());
        return days == 1 ? texts.of("today.tomorrow") : texts.of("today.in.days", show.count(days));
    }

    /** Returns who is not in. */
    public String getInNote() {
        ClassLine line = getFigures();
        long out = line.students() - line.inNow();
        return out == 0 ? texts.of("today.everyone") : texts.of("today.not.in", show.count(out));
    }

    /** Returns the board: breaks first, then who is not in, then the rest by name. */
    public List<SeatTile> getTiles() {
        Map<UUID, String> statements = new HashMap<>();
        for (StudentFunds funds : getBoard().funds()) {
            if (funds.accountId() != null) {
                statements.put(funds.studentId(), "/ledger/statement?account=" + funds.accountId());
            }
        }
        List<SeatTile> tiles = new ArrayList<>();
        for (SeatNow seat : getBoard().seats()) {
            tiles.add(tile(seat, statements.getOrDefault(seat.studentId(), "#")));
        }
        tiles.sort(Comparator.comparingInt(TodayPage::rank));
        return tiles;
    }

    private static int rank(SeatTile tile) {
        return switch (tile.style()) {
            case "is-pass" -> 0;
            case OUT -> 1;
            default -> 2;
        };
    }

    private SeatTile tile(SeatNow seat, String href) {
        Instant now = clock.now();
        String why = seat.reason() == null ? texts.of("today.out") : texts.reason(seat.reason());
        return switch (seat.presence(now)) {
            case IN ->
                    new SeatTile(
                            seat.name(),
                            show.duration(now.getEpochSecond() - seat.since().getEpochSecond()),
                            "",
                            seat.since().toString(),
                            href);
            case AWAY -> new SeatTile(seat.name(), why, "is-pass", "", href);
            case DONE ->
                    new SeatTile(
                            seat.name(),
                            seat.doneToday() ? texts.of("today.done") : why,
                            OUT,
                            "",
                            href);
            case NOT_YET -> new SeatTile(seat.name(), texts.of("today.not.yet"), OUT, "", href);
        };
    }

    /** Returns what an entry was for; of a run of several entries, what the run was. */
    public String what(LatestEntry entry) {
        if (!entry.ofPay() || entry.entries() <= 1) {
            return show.sentence(entry.description());
        }
        return texts.kind(entry.kind().equals("reversal") ? "reversal" : "pay");
    }

    /** Returns the page of the run that an entry is of. */
    public String run(LatestEntry entry) {
        return (entry.ofPay() ? "/payroll/run" : "/banking/run")
                + "?class="
                + getBoard().classRef().id()
                + "&id="
                + entry.runId();
    }

    private UUID id() {
        try {
            return classId == null || classId.isBlank() ? null : UUID.fromString(classId);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    /** Leads a new teacher to the steps of the first day. */
    public void welcome() {
        boolean nobody = getBoard() == null || getFigures().students() == 0;
        if (nobody && CallerContext.require().has(Roles.TEACHER) && onboarding.isWaiting()) {
            FieldForm.redirect("/economy/start");
        }
    }

    /** Tells whether the teacher has students who could help, and has not prepared for it. */
    public boolean isRecoveryMissing() {
        TeacherDashboard shown = getBoard();
        return shown.recovery() != null
                && shown.recovery().setAt() == null
                && getFigures().students() > 0;
    }

    public String getClassId() {
        return classId;
    }

    public void setClassId(String classId) {
        this.classId = classId;
    }
}
