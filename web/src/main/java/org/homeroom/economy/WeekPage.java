package org.homeroom.economy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeroom.kernel.BarDrawing;
import org.homeroom.kernel.Chart;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.LaneDrawing;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.TimeText;
import org.homeroom.ledger.MoneyFlow;
import org.homeroom.roster.ClassRef;

/** A student's week in pictures, and what time is worth. */
@Named
@RequestScoped
public class WeekPage {

    private static final int DAYS = 7;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final int HOURS = 24;

    /** A picture has so many ways to draw a class; the fifth stands for all that follow. */
    private static final int MOST_SERIES = 5;

    /** What the picture shows at least: a school day. */
    private static final int MORNING = 8;

    private static final int AFTERNOON = 16;

    /** Minutes whose pay is told: domain/economy.md 17. */
    private static final List<Integer> RATES = List.of(1, 10, 30, 60, 120, 240);

    @Inject DashboardService dashboards;
    @Inject EconomyTexts texts;
    @Inject Show show;
    @Inject SchoolClock clock;
    @Inject HttpServletRequest request;

    private StudentWeek week;

    /** Reads all in one transaction, before the frame asks for the classes that were read. */
    public void read() {
        UUID classId = FieldForm.id(request.getParameter("class"));
        week =
                dashboards
                        .week(classId, TimeText.dayOrNull(request.getParameter("week")))
                        .orElse(null);
    }

    /** Returns the week, or null when the student is in no class yet. */
    public StudentWeek getWeek() {
        return week;
    }

    public ZoneId getZone() {
        return week.classRef().zone();
    }

    /** Returns from when until when the week is. */
    public String getSpan() {
        return texts.of("week.span", date(week.monday()), date(week.monday().plusDays(DAYS - 1L)));
    }

    /** Returns the address of the week so many weeks later. */
    public String address(int weeks) {
        return address("week=" + week.monday().plusWeeks(weeks) + (isMonths() ? "&by=month" : ""));
    }

    /** Returns the address of this week with earnings by month, or by week. */
    public String by(boolean months) {
        return address("week=" + week.monday() + (months ? "&by=month" : "") + "#earned");
    }

    private String address(String rest) {
        return "/economy/week?class=" + week.classRef().id() + "&" + rest;
    }

    public boolean isMonths() {
        return "month".equals(request.getParameter("by"));
    }

    /** Returns this week's money. */
    public MoneyFlow getThisWeek() {
        return week.weeks().get(week.weeks().size() - 1);
    }

    /** Returns this month's money. */
    public MoneyFlow getThisMonth() {
        return week.months().get(week.months().size() - 1);
    }

    /** Returns what times are paid. */
    public List<SumTerm> getRates() {
        return minutes(week.pay().dailyLimitMinutes()).stream()
                .map(minutes -> minutes * SECONDS_PER_MINUTE)
                .map(
                        seconds ->
                                new SumTerm(
                                        "",
                                        show.money(week.pay().amount(seconds)),
                                        show.duration(seconds),
                                        "",
                                        false))
                .toList();
    }

    /**
     * Returns the minutes whose pay is told: those that a day has room for, the last of them its
     * limit.
     *
     * @param limit minutes, null for none
     */
    static List<Integer> minutes(Integer limit) {
        return RATES.stream()
                .map(minutes -> limit == null ? minutes : Math.min(minutes, limit))
                .distinct()
                .toList();
    }

    /** Returns the week as lanes, one for each day. */
    public Chart getTime() {
        Map<UUID, Integer> series =
                week.classes().stream()
                        .collect(
                                Collectors.toMap(
                                        ClassRef::id,
                                        one ->
                                                Math.min(
                                                        MOST_SERIES - 1,
                                                        week.classes().indexOf(one))));
        List<LaneDrawing.Lane> lanes =
                week.monday()
                        .datesUntil(week.monday().plusDays(DAYS))
                        .map(day -> lane(day, series))
                        .toList();
        double first = edge(Stay::from, MORNING, true);
        double last = edge(Stay::to, AFTERNOON, false);
        List<String> names =
                week.classes().stream().limit(MOST_SERIES).map(ClassRef::name).toList();
        return new Chart(
                texts.of("week.time.picture"),
                new LaneDrawing(lanes, (int) first, (int) Math.ceil(last)),
                names.size() > 1 ? names : List.of(),
                columns("week.day", "week.class", "week.from", "week.to", "week.length"),
                week.stays().stream().map(this::row).toList());
    }

    private LaneDrawing.Lane lane(LocalDate day, Map<UUID, Integer> series) {
        List<LaneDrawing.Bar> bars =
                week.stays().stream()
                        .filter(stay -> stay.day().equals(day))
                        .map(
                                stay ->
                                        new LaneDrawing.Bar(
                                                hour(stay.from(), day),
                                                hour(stay.to(), day),
                                                series.get(stay.classId()),
                                                stay.open(),
                                                String.join(" ", row(stay))))
                        .toList();
        boolean today = day.equals(week.today());
        long seconds = week.seconds(day);
        return new LaneDrawing.Lane(
                show.weekday(day),
                bars,
                seconds == 0 ? "" : show.duration(seconds),
                today,
                today ? hour(clock.now(), day) : null);
    }

    private List<String> row(Stay stay) {
        return List.of(
                date(stay.day()),
                name(stay.classId()),
                show.clock(stay.from(), getZone()),
                stay.open() ? texts.of("week.still") : show.clock(stay.to(), getZone()),
                show.exact(stay.seconds()));
    }

    private String name(UUID classId) {
        return week.classes().stream()
                .filter(one -> one.id().equals(classId))
                .findFirst()
                .map(ClassRef::name)
                .orElseThrow();
    }

    private double edge(Function<Stay, Instant> which, int usual, boolean first) {
        double edge = usual;
        for (Stay stay : week.stays()) {
            double hour = hour(which.apply(stay), stay.day());
            edge = first ? Math.min(edge, hour) : Math.max(edge, hour);
        }
        return edge;
    }

    // By the clock on the wall, so that a day of 23 or 25 hours has its noon where others have.
    private double hour(Instant at, LocalDate day) {
        LocalDate its = LocalDate.ofInstant(at, getZone());
        return its.isAfter(day)
                ? HOURS
                : LocalTime.ofInstant(at, getZone()).toSecondOfDay() / SECONDS_PER_HOUR;
    }

    /** Returns what came and went, week by week or month by month. */
    public Chart getMoney() {
        List<MoneyFlow> flows = isMonths() ? week.months() : week.weeks();
        long highest =
                flows.stream()
                        .mapToLong(one -> Math.max(one.earned(), one.spent()))
                        .max()
                        .orElse(0);
        return new Chart(
                texts.of("week.money.picture"),
                new BarDrawing(flows.stream().map(this::group).toList(), show.money(highest)),
                columns("week.earned", "week.spent"),
                columns(isMonths() ? "week.month" : "week.week", "week.earned", "week.spent"),
                flows.stream()
                        .map(
                                one ->
                                        List.of(
                                                isMonths()
                                                        ? show.month(one.begin())
                                                        : date(one.begin()),
                                                show.money(one.earned()),
                                                show.money(one.spent())))
                        .toList());
    }

    private BarDrawing.Group group(MoneyFlow one) {
        String name = isMonths() ? show.monthInShort(one.begin()) : show.dayInShort(one.begin());
        return new BarDrawing.Group(
                name,
                List.of(one.earned(), one.spent()),
                List.of(
                        name + ": " + texts.of("week.earned") + " " + show.money(one.earned()),
                        name + ": " + texts.of("week.spent") + " " + show.money(one.spent())));
    }

    private List<String> columns(String... keys) {
        return List.of(keys).stream().map(key -> texts.of(key)).toList();
    }

    private String date(LocalDate day) {
        return show.date(day, getZone());
    }
}
