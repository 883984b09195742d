package org.homeroom.tenancy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * When a school has school.
 *
 * @param kind zimbabwe, british, american or own
 * @param days the weekdays that people come on
 * @param spans terms and holidays in order of their first days
 * @param version grows with every change, 0 before the first
 */
public record SchoolCalendar(
        String kind, Set<DayOfWeek> days, List<CalendarSpan> spans, long version) {

    /** The calendar of a school that has written none: Monday to Friday, all year. */
    public static final SchoolCalendar PLAIN =
            new SchoolCalendar(
                    "own",
                    Set.of(
                            DayOfWeek.MONDAY,
                            DayOfWeek.TUESDAY,
                            DayOfWeek.WEDNESDAY,
                            DayOfWeek.THURSDAY,
                            DayOfWeek.FRIDAY),
                    List.of(),
                    0);

    /** Returns the terms in order. */
    public List<CalendarSpan> terms() {
        return of(CalendarSpan.TERM);
    }

    /** Returns the holidays in order. */
    public List<CalendarSpan> holidays() {
        return of(CalendarSpan.HOLIDAY);
    }

    /**
     * Tells whether there is school: on a weekday of the school's, in a term, outside holidays.
     * Before the first term that is written down and after the last one nobody knows, and weekdays
     * alone decide; a year that was forgotten must not send anybody home.
     */
    public boolean isSchoolDay(LocalDate day) {
        if (!days.contains(day.getDayOfWeek())
                || holidays().stream().anyMatch(span -> span.holds(day))) {
            return false;
        }
        List<CalendarSpan> terms = terms();
        return terms.isEmpty()
                || day.isBefore(terms.get(0).first())
                || day.isAfter(terms.get(terms.size() - 1).last())
                || terms.stream().anyMatch(span -> span.holds(day));
    }

    private List<CalendarSpan> of(String kind) {
        return spans.stream().filter(span -> span.kind().equals(kind)).toList();
    }
}
