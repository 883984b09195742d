package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a kind proposes is a calendar in itself, in every year. */
class CalendarKindTest {

    @Test
    void proposalsDoNotOverlapThemselvesNorTheNextYears() {
        for (CalendarKind kind : CalendarKind.values()) {
            List<CalendarSpan> years = new ArrayList<>();
            for (int year = 2024; year < 2040; year++) {
                years.addAll(kind.proposal(year));
            }
            for (CalendarSpan one : years) {
                assertFalse(one.last().isBefore(one.first()), one::toString);
                assertTrue(one.first().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) < 0);
                assertEquals(DayOfWeek.FRIDAY, one.last().getDayOfWeek(), one::toString);
                assertEquals(
                        1,
                        years.stream()
                                .filter(other -> other.kind().equals(one.kind()))
                                .filter(
                                        other ->
                                                other.holds(one.first())
                                                        || one.holds(other.first()))
                                .count(),
                        one::toString);
            }
        }
    }

    @Test
    void holidaysFallIntoTerms() {
        for (CalendarKind kind : CalendarKind.values()) {
            List<CalendarSpan> year = kind.proposal(2026);
            for (CalendarSpan holiday : year) {
                assertTrue(
                        year.stream()
                                .filter(one -> one.kind().equals(CalendarSpan.TERM))
                                .anyMatch(term -> term.holds(holiday.first())),
                        holiday::toString);
            }
        }
    }
}
