package org.homeroom.attendance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeroom.attendance.DayLine.Visit;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** A day of a class, student by student. */
@Named
@RequestScoped
public class BoardPage {

    private static final String MISSING = "missing";
    private static final Texts TEXTS = Texts.of("attendance");

    @Inject AttendanceService attendance;
    @Inject RosterService roster;
    @Inject SchoolClock clock;
    @Inject Show show;
    @Inject SessionNotes notes;
    @Inject HttpServletRequest request;

    private String classId;
    private String day;
    private AttendanceDay shown;
    private boolean read;
    private Set<String> chosen = Set.of();
    private String reason;

    /** Names the class before Faces asks what is shown: a form's buttons depend on it. */
    @PostConstruct
    void choose() {
        classId = request.getParameter("class");
        String[] ticked = request.getParameterValues("student");
        chosen = ticked == null ? Set.of() : Set.copyOf(List.of(ticked));
    }

    /** Returns the day, or null when the teacher has no class yet. */
    public AttendanceDay getShown() {
        if (!read) {
            List<ClassRef> classes = roster.myClasses();
            UUID chosen = id() != null || classes.isEmpty() ? id() : classes.get(0).id();
            shown =
                    chosen == null
                            ? null
                            : attendance.day(chosen, date(roster.ownedClass(chosen).zone()));
            read = true;
        }
        return shown;
    }

    public ZoneId getZone() {
        return getShown().classRef().zone();
    }

    /** Returns the day in words. */
    public String getDayName() {
        return show.date(getShown().day(), getZone());
    }

    /** Returns the day's month as addresses write it. */
    public YearMonth getMonth() {
        return YearMonth.from(getShown().day());
    }

    public boolean isToday() {
        return getShown().day().equals(clock.today(getZone()));
    }

    /** Returns the address of the day so many days later. */
    public String dayAddress(int days) {
        return "/attendance/board?class="
                + getShown().classRef().id()
                + "&day="
                + getShown().day().plusDays(days);
    }

    /** Returns how many seats nobody has claimed, which the board therefore lacks. */
    public int getUnclaimed() {
        return isToday() ? roster.unclaimed(getShown().classRef().id()) : 0;
    }

    /** Returns how many students are in now. */
    public long getInNow() {
        return getShown().seats().stream().filter(SeatNow::isIn).count();
    }

    /** Returns the students with their visits: those with a missing tap-out first. */
    public List<DayLine> getLines() {
        Map<UUID, List<TapEvent>> byStudent = new HashMap<>();
        getShown()
                .taps()
                .forEach(
                        tap ->
                                byStudent
                                        .computeIfAbsent(tap.studentId(), id -> new ArrayList<>())
                                        .add(tap));
        List<DayLine> flagged = new ArrayList<>();
        List<DayLine> quiet = new ArrayList<>();
        for (SeatNow seat : getShown().seats()) {
            DayLine line = line(seat, byStudent.getOrDefault(seat.studentId(), List.of()));
            (line.flag().isEmpty() ? quiet : flagged).add(line);
        }
        flagged.addAll(quiet);
        return flagged;
    }

    private DayLine line(SeatNow seat, List<TapEvent> taps) {
        List<Session> sessions = Session.of(taps, null, clock.now());
        boolean open = !sessions.isEmpty() && sessions.get(sessions.size() - 1).end() == null;
        boolean missing = open && !(isToday() && seat.isIn());
        long seconds = getShown().seconds().getOrDefault(seat.studentId(), 0L);
        return new DayLine(
                seat.studentId(),
                seat.name(),
                sessions.stream().map(this::visit).toList(),
                show.duration(seconds),
                missing ? MISSING : "");
    }

    private Visit visit(Session session) {
        TapEvent in = session.begin();
        TapEvent out = session.end();
        return new Visit(
                in == null ? "" : show.clock(in.at(), getZone()),
                out == null ? "" : show.clock(out.at(), getZone()),
                out == null || out.reason() == null ? "" : notes.reason(out));
    }

    /** Returns those who are in now. */
    public List<SeatNow> getPresent() {
        return getShown().seats().stream().filter(SeatNow::isIn).toList();
    }

    /** Tells whether the form that is shown again had the student ticked. */
    public boolean isChosen(UUID studentId) {
        return chosen.contains(studentId.toString());
    }

    /** Taps everyone out and ends their day. */
    public void tapEveryoneOut() {
        attendance.tapOut(id(), null, null);
        FieldForm.redirect("/attendance/board?class=" + id());
    }

    /** Taps the ticked students out, ends their day, and says what became of each. */
    public void tapChosenOut() {
        FieldForm.submit(
                "some",
                () -> {
                    List<UUID> whom = chosen.stream().map(FieldForm::id).toList();
                    if (whom.isEmpty()) {
                        throw new Refusal(
                                ErrorCode.VALIDATION_ERROR,
                                "student_ids",
                                "Choose at least one student.");
                    }
                    int tapped = attendance.tapOut(id(), whom, reason).size();
                    FieldForm.say(TEXTS.get("out.done", "" + tapped, "" + (whom.size() - tapped)));
                },
                () -> "/attendance/board?class=" + id());
    }

    private LocalDate date(ZoneId zone) {
        LocalDate asked = TimeText.dayOrNull(day);
        return asked == null ? clock.today(zone) : asked;
    }

    private UUID id() {
        try {
            return classId == null || classId.isBlank() ? null : UUID.fromString(classId);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }
}
