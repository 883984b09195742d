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
import org.homeroom.attendance.SeatNow;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.ledger.AccountRow;
import org.homeroom.ledger.LatestEntry;

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
            lines = new LinkedHashMap<>();
            getBoard()
                    .classes()
                    .forEach(
                            one ->
                                    lines.put(
                                            one.id(),
                                            new ClassLine(one.id(), one.name(), 0, 0, 0, 0)));
            getBoard()
                    .seats()
                    .forEach(
                            seat ->
                                    lines.computeIfPresent(
                                            seat.classId(), (id, line) -> plus(line, seat)));
        }
        return lines;
    }

    private static ClassLine plus(ClassLine line, SeatNow seat) {
        return new ClassLine(
                line.id(),
                line.name(),
                line.students() + 1,
                line.inNow() + (seat.isIn() ? 1 : 0),
                line.unpaidSeconds() + seat.unpaidSeconds(),
                line.unpaidMinor() + seat.unpaidMinor());
    }

    /** Returns the sum of what students have, in minor units. */
    public long getBalances() {
        return getBoard().accounts().stream()
                .filter(account -> account.ownerId() != null)
                .mapToLong(AccountRow::balance)
                .sum();
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
        for (AccountRow account : getBoard().accounts()) {
            if (account.ownerId() != null && account.kind().equals("checking")) {
                statements.put(account.ownerId(), "/ledger/statement?account=" + account.id());
            }
        }
        List<SeatTile> tiles = new ArrayList<>();
        UUID opened = getBoard().classRef().id();
        for (SeatNow seat : getBoard().seats()) {
            if (seat.classId().equals(opened)) {
                tiles.add(tile(seat, statements.getOrDefault(seat.studentId(), "#")));
            }
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

    /** Returns the word for the entry's kind. */
    public String kind(LatestEntry entry) {
        return texts.kind(entry.kind());
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
