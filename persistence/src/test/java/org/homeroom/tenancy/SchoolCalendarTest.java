package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever asks whether there is school gets the calendar's answer. */
class SchoolCalendarTest {

    private static final SchoolCalendar YEAR =
            new SchoolCalendar(
                    "own",
                    SchoolCalendar.PLAIN.days(),
                    List.of(
                            span("term", "2026-01-13", "2026-04-09"),
                            span("holiday", "2026-02-23", "2026-02-24"),
                            span("term", "2026-05-12", "2026-08-06")),
                    3);

    @Test
    void thereIsSchoolOnWeekdaysOfTermsOutsideHolidays() {
        assertTrue(at("2026-01-13"));
        assertTrue(at("2026-04-09"));
        assertFalse(at("2026-01-17"), "Saturday");
        assertFalse(at("2026-02-23"));
        assertFalse(at("2026-02-24"));
        assertTrue(at("2026-02-25"));
        assertFalse(at("2026-04-10"), "between terms");
        assertFalse(at("2026-05-11"));
        assertTrue(at("2026-05-12"));
    }

    @Test
    void beyondWhatIsWrittenWeekdaysDecide() {
        assertTrue(at("2026-01-12"));
        assertTrue(at("2026-08-07"));
        assertFalse(at("2026-08-08"), "Saturday");
        assertTrue(SchoolCalendar.PLAIN.isSchoolDay(LocalDate.parse("2026-04-10")));
        assertFalse(SchoolCalendar.PLAIN.isSchoolDay(LocalDate.parse("2026-04-11")));
    }

    private static boolean at(String day) {
        return YEAR.isSchoolDay(LocalDate.parse(day));
    }

    private static CalendarSpan span(String kind, String first, String last) {
        return new CalendarSpan(
                UUID.randomUUID(), kind, kind, LocalDate.parse(first), LocalDate.parse(last));
    }
}
