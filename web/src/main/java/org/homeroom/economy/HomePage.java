package org.homeroom.economy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.attendance.SeatNow;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.ledger.Movement;
import org.homeroom.ledger.RecentMoney;

/** A student's start page: am I in, what have I got, what comes next. */
@Named
@RequestScoped
public class HomePage {

    private static final int LATEST = 5;

    @Inject DashboardService dashboards;
    @Inject EconomyTexts texts;
    @Inject Show show;
    @Inject SchoolClock clock;
    @Inject HttpServletRequest request;

    private StudentDashboard board;
    private boolean read;

    /**
     * Returns the dashboard, or null when the student is in no class yet. The page asks while it is
     * built, before the frame asks for the classes that are read with it.
     */
    public StudentDashboard getBoard() {
        if (!read) {
            board = dashboards.student(id()).orElse(null);
            read = true;
        }
        return board;
    }

    public SeatNow getSeat() {
        return getBoard().seat();
    }

    public RecentMoney getMoney() {
        return getBoard().money();
    }

    public ZoneId getZone() {
        return getBoard().classRef().zone();
    }

    /** Returns the sentence above the time: in since when, out, done, or closed. */
    public String getState() {
        SeatNow seat = getSeat();
        if (seat.isIn()) {
            return texts.of("home.in", show.time(seat.since(), getZone()));
        }
        if (!seat.tapEnabled()) {
            return texts.of("home.closed", getBoard().classRef().name());
        }
        if (seat.doneToday()) {
            return texts.of("home.done");
        }
        return texts.of(seat.isAtLimit() ? "home.limit" : "home.out");
    }

    /** Returns the big figure: the open session, else what was worked today. */
    public String getTime() {
        SeatNow seat = getSeat();
        return show.duration(seat.isIn() ? openSeconds() : seat.todaySeconds());
    }

    /** Returns the line below the time. */
    public String getTimeNote() {
        return texts.of(
                getSeat().isIn() ? "home.today.in" : "home.today.out",
                show.duration(getSeat().todaySeconds()));
    }

    /** Returns what is not paid yet, in time and tokens. */
    public String getUnpaid() {
        SeatNow seat = getSeat();
        return texts.of(
                "home.unpaid", show.duration(seat.unpaidSeconds()), show.money(seat.unpaidMinor()));
    }

    /** Tells whether the button would be refused anyhow, so that the sentence stands alone. */
    public boolean isResting() {
        SeatNow seat = getSeat();
        return !seat.tapEnabled() || !seat.isIn() && (seat.doneToday() || seat.isAtLimit());
    }

    private long openSeconds() {
        return Math.max(0, clock.now().getEpochSecond() - getSeat().since().getEpochSecond());
    }

    /**
     * Returns the sum behind the balance: what there was 30 days ago, what came and went, what is.
     */
    public List<SumTerm> getSum() {
        Map<String, Long> byKind = new LinkedHashMap<>();
        List<Movement> rows = getMoney().movements();
        for (int i = rows.size() - 1; i >= 0; i--) {
            byKind.merge(rows.get(i).kind(), rows.get(i).amount(), Long::sum);
        }
        List<SumTerm> sum = new ArrayList<>();
        LocalDate from = LocalDate.ofInstant(getMoney().from(), getZone());
        String since = texts.of("home.sum.opening", show.date(from, getZone()));
        sum.add(new SumTerm("", show.money(getMoney().opening()), since, statement("all"), false));
        byKind.forEach(
                (kind, amount) ->
                        sum.add(
                                new SumTerm(
                                        amount < 0 ? "\u2212" : "+",
                                        show.money(Math.abs(amount)),
                                        texts.kind(kind),
                                        statement("month") + "&kind=" + kind,
                                        false)));
        String now = show.money(getMoney().balance());
        sum.add(new SumTerm("=", now, texts.of("home.sum.now"), statement("month"), true));
        return sum;
    }

    /** Returns the newest five entries. */
    public List<Movement> getLatest() {
        List<Movement> rows = getMoney().movements();
        return rows.subList(0, Math.min(LATEST, rows.size()));
    }

    /** Returns the word for the entry's kind. */
    public String kind(Movement row) {
        return texts.kind(row.kind());
    }

    /** Returns the address of the statement of this class. */
    public String getStatement() {
        return statement("month");
    }

    private String statement(String period) {
        return "/ledger/statement?account=" + getMoney().accountId() + "&period=" + period;
    }

    private UUID id() {
        String classId = request.getParameter("class");
        try {
            return classId == null || classId.isBlank() ? null : UUID.fromString(classId);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
