package org.homeroom.attendance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** Who was present on a day, and which days nobody has said it of. */
@Named
@RequestScoped
public class MarksPage {

    private static final Texts TEXTS = Texts.of("attendance");

    @Inject MarkService marks;
    @Inject RosterService roster;
    @Inject SchoolClock clock;
    @Inject Show show;
    @Inject HttpServletRequest request;

    private ClassRef shown;
    private LocalDate day;
    private boolean ahead;
    private List<MarkRow> rows;
    private List<MarkCount> untaken;

    /** Reads the class and the day that the address or the form names. */
    @PostConstruct
    void load() {
        UUID id = FieldForm.id(request.getParameter("class"));
        if (id == null) {
            id = roster.myClasses().stream().findFirst().map(ClassRef::id).orElse(null);
        }
        if (id != null) {
            shown = roster.ownedClass(id);
            day = day(request.getParameter("day"));
        }
    }

    /** Takes what was entered; with the tick, whoever has no mark is present. */
    public void save() {
        boolean rest = request.getParameter("rest") != null;
        Map<UUID, MarkGiven> given = new LinkedHashMap<>();
        for (MarkRow row : getRows()) {
            String typed = request.getParameter("mark-" + row.studentId());
            Mark mark = Mark.of(typed).orElse(rest && row.mark() == null ? Mark.PRESENT : null);
            if (mark != null) {
                given.put(
                        row.studentId(),
                        new MarkGiven(mark, request.getParameter("note-" + row.studentId())));
            }
        }
        FieldForm.submit(
                "marks",
                () -> {
                    int changed = marks.take(shown.id(), day, given, request.getParameter("why"));
                    FieldForm.say(TEXTS.get("marks.saved", show.count(changed)));
                },
                () -> address(0));
    }

    /** Returns the students of the day by name. */
    public List<MarkRow> getRows() {
        if (rows == null) {
            rows = marks.day(shown.id(), day);
        }
        return rows;
    }

    /** Returns how many seats nobody has claimed, of whom nobody can say anything here. */
    public int getUnclaimed() {
        return roster.unclaimed(shown.id());
    }

    /** Returns what the list offers first: the mark, else present for who tapped in. */
    public String offered(MarkRow row) {
        if (row.mark() != null) {
            return row.mark().wire();
        }
        return row.tapped() ? Mark.PRESENT.wire() : "";
    }

    /** Returns the marks there are. */
    public List<String> getChoices() {
        return List.of("present", "late", "absent", "excused");
    }

    /** Returns the days that somebody still has to take, the newest first. */
    public List<MarkCount> getUntaken() {
        if (untaken == null) {
            untaken = marks.untaken();
        }
        return untaken;
    }

    /** Returns how many students of the day have no mark. */
    public long getMissing() {
        return getRows().stream().filter(row -> row.mark() == null).count();
    }

    /** Tells whether marks of an earlier day can be changed, which may have a reason. */
    public boolean isCorrecting() {
        return !isToday() && getRows().stream().anyMatch(row -> row.mark() != null);
    }

    /** Returns the reason as it was entered, when the page shows a refusal. */
    public String getWhy() {
        return request.getParameter("why");
    }

    /** Tells whether there is school on the day. */
    public boolean isSchoolDay() {
        return marks.isSchoolDay(day);
    }

    /** Tells whether a day was asked for that has not come; today is shown instead. */
    public boolean isAhead() {
        return ahead;
    }

    public boolean isToday() {
        return !day.isBefore(clock.today(getZone()));
    }

    /** Returns the address of the day so many days later. */
    public String address(int days) {
        return "/attendance/marks?class=" + shown.id() + "&day=" + day.plusDays(days);
    }

    /** Returns a day in words. */
    public String dayName(LocalDate one) {
        return show.date(one, getZone());
    }

    // A day to come is none yet.
    private LocalDate day(String typed) {
        LocalDate today = clock.today(shown.zone());
        LocalDate asked = TimeText.dayOrNull(typed);
        ahead = asked != null && asked.isAfter(today);
        return asked == null || ahead ? today : asked;
    }

    /** Returns the class, or null when the teacher has none yet. */
    public ClassRef getShown() {
        return shown;
    }

    public LocalDate getDay() {
        return day;
    }

    public ZoneId getZone() {
        return shown.zone();
    }
}
