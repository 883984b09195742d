package org.homeroom.tenancy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.homeroom.kernel.Ids;

/**
 * How school years usually go (tenancy.md section 6). What a kind proposes for a year is a
 * beginning: ministries and districts set the days anew each year.
 */
public enum CalendarKind {
    /** Three terms from January on. */
    ZIMBABWE {
        @Override
        List<CalendarSpan> proposal(int year) {
            return List.of(
                    term("Term 1", monday(year, 1, 8).plusDays(1), friday(year, 4, 3)),
                    term("Term 2", monday(year, 5, 8).plusDays(1), friday(year, 8, 3)),
                    term("Term 3", monday(year, 9, 8).plusDays(1), friday(year, 12, 1)));
        }
    },
    /** Three terms from September on, each with a week off in its middle. */
    BRITISH {
        @Override
        List<CalendarSpan> proposal(int year) {
            return List.of(
                    term("Autumn term", monday(year, 9, 1).plusDays(1), friday(year, 12, 15)),
                    holiday("Autumn half term", monday(year, 10, 22)),
                    term("Spring term", monday(year + 1, 1, 2), friday(year + 1, 3, 22)),
                    holiday("Spring half term", monday(year + 1, 2, 12)),
                    term("Summer term", monday(year + 1, 4, 12), friday(year + 1, 7, 16)),
                    holiday("Summer half term", monday(year + 1, 5, 25)));
        }
    },
    /** Two semesters from August on. */
    AMERICAN {
        @Override
        List<CalendarSpan> proposal(int year) {
            LocalDate thanksgiving =
                    LocalDate.of(year, 11, 1)
                            .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
            return List.of(
                    term("Fall semester", monday(year, 8, 15), friday(year, 12, 15)),
                    span(
                            CalendarSpan.HOLIDAY,
                            "Thanksgiving",
                            thanksgiving,
                            thanksgiving.plusDays(1)),
                    term("Spring semester", monday(year + 1, 1, 3), friday(year + 1, 5, 29)),
                    holiday("Spring break", monday(year + 1, 3, 12)));
        }
    },
    /** Whatever the school writes itself. */
    OWN {
        @Override
        List<CalendarSpan> proposal(int year) {
            return List.of();
        }
    };

    private static final int TO_FRIDAY = 4;

    /** Returns the terms and holidays of a school year that begins in the year. */
    abstract List<CalendarSpan> proposal(int year);

    /** Finds by name on the wire, such as {@code british}. */
    static Optional<CalendarKind> of(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }

    /** Returns the name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static CalendarSpan term(String name, LocalDate first, LocalDate last) {
        return span(CalendarSpan.TERM, name, first, last);
    }

    private static CalendarSpan holiday(String name, LocalDate monday) {
        return span(CalendarSpan.HOLIDAY, name, monday, monday.plusDays(TO_FRIDAY));
    }

    private static CalendarSpan span(String kind, String name, LocalDate first, LocalDate last) {
        return new CalendarSpan(Ids.next(), kind, name, first, last);
    }

    private static LocalDate monday(int year, int month, int from) {
        return LocalDate.of(year, month, from).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate friday(int year, int month, int from) {
        return LocalDate.of(year, month, from).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
    }
}
