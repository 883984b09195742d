package org.homeroom.tenancy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Texts;
import org.homeroom.kernel.TimeText;

/** Writing the calendar of one's own school. */
@Named
@RequestScoped
public class CalendarPage {

    private static final Texts TEXTS = Texts.of("tenancy");

    @Inject SchoolCalendarService calendars;
    @Inject CalendarAdministrationService administration;

    private SchoolCalendar shown;
    private String kind;
    private final Map<String, Boolean> on = new HashMap<>();
    private String spanKind = CalendarSpan.TERM;
    private String name;
    private String first;
    private String last;
    private String year;

    @PostConstruct
    void load() {
        shown = calendars.calendar();
        kind = shown.kind();
        Arrays.stream(DayOfWeek.values())
                .forEach(day -> on.put(day.name(), shown.days().contains(day)));
    }

    /** Stores kind and weekdays. */
    public void settle() {
        Set<DayOfWeek> days =
                Arrays.stream(DayOfWeek.values())
                        .filter(day -> Boolean.TRUE.equals(on.get(day.name())))
                        .collect(Collectors.toSet());
        act("settle", () -> administration.settle(kind, days), "calendar.saved");
    }

    /** Adds a term or a holiday. */
    public void add() {
        act(
                "add",
                () ->
                        administration.add(
                                new AddSpan(
                                        spanKind,
                                        name,
                                        TimeText.day("first_day", first),
                                        TimeText.day("last_day", last))),
                "calendar.added");
    }

    /** Adds what the kind proposes. */
    public void propose() {
        act("propose", () -> administration.propose(wholeYear()), "calendar.proposed");
    }

    /** Takes out the term or holiday that the form names. */
    public void remove() {
        act("add", () -> administration.remove(FieldForm.sent("span")), "calendar.removed");
    }

    private int wholeYear() {
        if (year == null || !year.strip().matches("\\d{4}")) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "year", "Write a year from 2000 to 2100.");
        }
        return Integer.parseInt(year.strip());
    }

    private static void act(String form, Runnable work, String text) {
        FieldForm.submit(
                form,
                () -> {
                    work.run();
                    FieldForm.say(TEXTS.get(text));
                },
                () -> "/tenancy/calendar");
    }

    /** Tells whether the kind has something to propose. */
    public boolean isProposing() {
        return !shown.kind().equals(CalendarKind.OWN.wire());
    }

    /** Returns the kinds to choose from. */
    public List<String> getKinds() {
        return Arrays.stream(CalendarKind.values()).map(CalendarKind::wire).toList();
    }

    /** Returns the weekdays, Monday first. */
    public List<String> getWeek() {
        return Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList();
    }

    public SchoolCalendar getShown() {
        return shown;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    /** Returns which weekdays are ticked, by name. */
    public Map<String, Boolean> getOn() {
        return on;
    }

    public String getSpanKind() {
        return spanKind;
    }

    public void setSpanKind(String spanKind) {
        this.spanKind = spanKind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getFirst() {
        return first;
    }

    public void setFirst(String first) {
        this.first = first;
    }

    public String getLast() {
        return last;
    }

    public void setLast(String last) {
        this.last = last;
    }

    public String getYear() {
        return year;
    }

    public void setYear(String year) {
        this.year = year;
    }
}
