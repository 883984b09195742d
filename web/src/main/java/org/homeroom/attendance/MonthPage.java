package org.homeroom.attendance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.homeroom.kernel.Chart;
import org.homeroom.kernel.DaySpan;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.GridDrawing;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.roster.StudentRef;

/** A month of a class in two pictures: who was in on which day, and at which hours. */
@Named
@RequestScoped
public class MonthPage {

    private static final Texts TEXTS = Texts.of("attendance");
    private static final int HOURS = 24;

    @Inject AttendanceService attendance;
    @Inject RosterService roster;
    @Inject SchoolClock clock;
    @Inject Show show;
    @Inject HttpServletRequest request;

    private AttendanceSpan span;
    private YearMonth month;
    private SortedSet<LocalDate> days;

    /** Reads the month that the address names, else the current one. */
    @PostConstruct
    void read() {
        UUID id = FieldForm.id(request.getParameter("class"));
        if (id == null) {
            id = roster.myClasses().stream().findFirst().map(ClassRef::id).orElse(null);
        }
        if (id != null) {
            month = month(roster.ownedClass(id));
            span = attendance.span(id, new DaySpan(month.atDay(1), month.atEndOfMonth()));
            days = span.days();
        }
    }

    private YearMonth month(ClassRef owned) {
        YearMonth now = YearMonth.from(clock.today(owned.zone()));
        String typed = request.getParameter("month");
        try {
            YearMonth named = typed == null ? now : YearMonth.parse(typed);
            TimeText.usual(named.atDay(1));
            return named.isAfter(now) ? now : named;
        } catch (DateTimeException e) {
            return now;
        }
    }

    /** Returns the month's figures, or null when the teacher has no class yet. */
    public AttendanceSpan getSpan() {
        return span;
    }

    /** Returns the month in words. */
    public String getName() {
        return show.month(month.atDay(1));
    }

    public boolean isNow() {
        return month.equals(YearMonth.from(clock.today(span.classRef().zone())));
    }

    /** Returns the address of the month so many later. */
    public String address(int months) {
        return "/attendance/month?class="
                + span.classRef().id()
                + "&month="
                + month.plusMonths(months);
    }

    /** Tells whether nobody was in. */
    public boolean isNobody() {
        return days.isEmpty();
    }

    /** Returns students by days of the month. */
    public Chart getStudents() {
        List<String> columns = new ArrayList<>();
        span.from()
                .datesUntil(span.to().plusDays(1))
                .forEach(day -> columns.add(String.valueOf(day.getDayOfMonth())));
        List<GridDrawing.Row> rows = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (StudentRef student : span.students()) {
            String sum = percent(span.presence(student.studentId()));
            rows.add(new GridDrawing.Row(student.displayName(), shares(student), sum));
            table.add(line(student, sum));
        }
        List<String> last = new ArrayList<>(List.of(TEXTS.get("month.class")));
        days.forEach(day -> last.add(percent(span.presence(day))));
        last.add("");
        table.add(last);
        List<String> head = new ArrayList<>(List.of(TEXTS.get("board.student")));
        days.forEach(day -> head.add(show.dayInShort(day)));
        head.add(TEXTS.get("month.presence"));
        return new Chart(
                TEXTS.get("month.students.picture"),
                new GridDrawing(columns, rows),
                List.of(),
                head,
                table);
    }

    private List<Integer> shares(StudentRef student) {
        List<Integer> shares = new ArrayList<>();
        span.from()
                .datesUntil(span.to().plusDays(1))
                .forEach(day -> shares.add(days.contains(day) ? share(student, day) : null));
        return shares;
    }

    private int share(StudentRef student, LocalDate day) {
        PresentDay time = span.of(student.studentId(), day);
        return time == null ? 0 : AttendanceSpan.share(time.seconds(), span.longest(day));
    }

    private List<String> line(StudentRef student, String sum) {
        List<String> line = new ArrayList<>(List.of(student.displayName()));
        for (LocalDate day : days) {
            PresentDay time = span.of(student.studentId(), day);
            line.add(time == null ? "–" : show.duration(time.seconds()));
        }
        line.add(sum);
        return line;
    }

    /** Returns days of the week by hours of the clock. */
    public Chart getHours() {
        int first = hour(true);
        int last = hour(false);
        List<String> columns =
                IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList();
        List<GridDrawing.Row> rows = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (!span.hours().containsKey(weekday)) {
                continue;
            }
            String name = show.weekday(span.from().with(weekday));
            List<Integer> shares =
                    IntStream.rangeClosed(first, last)
                            .mapToObj(hour -> span.presence(weekday, hour))
                            .toList();
            rows.add(new GridDrawing.Row(name, shares, ""));
            List<String> line = new ArrayList<>(List.of(name));
            shares.forEach(share -> line.add(percent(share)));
            table.add(line);
        }
        List<String> head = new ArrayList<>(List.of(TEXTS.get("month.weekday")));
        columns.forEach(hour -> head.add(hour + ":00"));
        return new Chart(
                TEXTS.get("month.hours.picture"),
                new GridDrawing(columns, rows),
                List.of(),
                head,
                table);
    }

    private int hour(boolean first) {
        IntStream used =
                IntStream.range(0, HOURS)
                        .filter(
                                hour ->
                                        span.hours().values().stream()
                                                .anyMatch(slots -> slots[hour] > 0));
        return first ? used.min().orElse(0) : used.max().orElse(HOURS - 1);
    }

    private static String percent(int share) {
        return share + " %";
    }
}
