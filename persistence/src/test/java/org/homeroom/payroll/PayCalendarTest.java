package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pay dates as in domain/economy.md 5.2. */
class PayCalendarTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 16);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void paysFirstOnTheFirstPayDate() {
        assertEquals(FRIDAY, every(14).next(FRIDAY.minusDays(1)));
        assertEquals(FRIDAY, every(14).next(FRIDAY.minusDays(40)));
    }

    @Test
    void paysNextStrictlyAfterToday() {
        assertEquals(FRIDAY.plusDays(14), every(14).next(FRIDAY));
        assertEquals(FRIDAY.plusDays(14), every(14).next(FRIDAY.plusDays(13)));
        assertEquals(FRIDAY.plusDays(28), every(14).next(FRIDAY.plusDays(14)));
        assertEquals(FRIDAY.plusDays(701), every(1).next(FRIDAY.plusDays(700)));
    }

    @Test
    void countsFromTodayWithoutAFirstPayDate() {
        assertEquals(FRIDAY.plusDays(14), PaySettings.DEFAULTS.calendar().next(FRIDAY));
    }

    /** The hour of New York's clock, also on the day that has one hour more. */
    @Test
    void isDueOnEachPayDayAtItsHour() {
        PayCalendar weekly = atFour(7);
        assertEquals(Optional.empty(), weekly.due(Instant.parse("2026-10-16T19:59:59Z"), NEW_YORK));
        assertEquals(
                due("2026-10-16T20:00:00Z"),
                weekly.due(Instant.parse("2026-10-16T20:00:00Z"), NEW_YORK));
        assertEquals(
                due("2026-10-16T20:00:00Z"),
                weekly.due(Instant.parse("2026-10-23T19:59:59Z"), NEW_YORK));
        assertEquals(
                due("2026-10-23T20:00:00Z"),
                weekly.due(Instant.parse("2026-10-23T20:00:00Z"), NEW_YORK));
        assertEquals(
                due("2026-11-06T21:00:00Z"),
                weekly.due(Instant.parse("2026-11-08T12:00:00Z"), NEW_YORK));
    }

    /** Half past two comes an hour later there, and nothing is paid for time still to come. */
    @Test
    void anHourThatTheClockSkipsIsDueWhenItIsOver() {
        PayCalendar early = new PayCalendar(1, FRIDAY, LocalTime.of(2, 30));
        assertEquals(
                due("2027-03-13T07:30:00Z"),
                early.due(Instant.parse("2027-03-14T07:10:00Z"), NEW_YORK));
        assertEquals(
                due("2027-03-14T07:30:00Z"),
                early.due(Instant.parse("2027-03-14T07:30:00Z"), NEW_YORK));
    }

    /** After half a year of standstill there is one pay day to catch up with, the newest. */
    @Test
    void isDueOnceHoweverLongNobodyLooked() {
        assertEquals(
                due("2027-04-16T20:00:00Z"),
                atFour(14).due(Instant.parse("2027-04-20T00:00:00Z"), NEW_YORK));
    }

    @Test
    void isNeverDueWhenPaidByHand() {
        assertEquals(
                Optional.empty(), every(14).due(Instant.parse("2027-04-20T00:00:00Z"), NEW_YORK));
    }

    @Test
    void aPayDayLiesAheadUntilItsHour() {
        ZonedDateTime noon = FRIDAY.atTime(12, 0).atZone(NEW_YORK);
        assertEquals(FRIDAY, atFour(14).next(noon));
        assertEquals(FRIDAY.plusDays(14), atFour(14).next(noon.plusHours(4)));
        assertEquals(FRIDAY.plusDays(14), every(14).next(noon));
    }

    @Test
    void isPaidByItselfNextAtTheHourOfTheNextPayDay() {
        ZonedDateTime noon = FRIDAY.plusDays(14).atTime(12, 0).atZone(NEW_YORK);
        assertEquals(due("2026-10-30T20:00:00Z"), atFour(14).nextAt(noon));
        assertEquals(due("2026-11-13T21:00:00Z"), atFour(14).nextAt(noon.plusHours(4)));
        assertEquals(Optional.empty(), every(14).nextAt(noon));
    }

    private static Optional<Instant> due(String instant) {
        return Optional.of(Instant.parse(instant));
    }

    private static PayCalendar atFour(int days) {
        return new PayCalendar(days, FRIDAY, LocalTime.of(16, 0));
    }

    private static PayCalendar every(int days) {
        return new PayCalendar(days, FRIDAY, null);
    }
}
