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
class PaySettingsTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 16);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void paysFirstOnTheFirstPayDate() {
        assertEquals(FRIDAY, every(14).nextPayDate(FRIDAY.minusDays(1)));
        assertEquals(FRIDAY, every(14).nextPayDate(FRIDAY.minusDays(40)));
    }

    @Test
    void paysNextStrictlyAfterToday() {
        assertEquals(FRIDAY.plusDays(14), every(14).nextPayDate(FRIDAY));
        assertEquals(FRIDAY.plusDays(14), every(14).nextPayDate(FRIDAY.plusDays(13)));
        assertEquals(FRIDAY.plusDays(28), every(14).nextPayDate(FRIDAY.plusDays(14)));
        assertEquals(FRIDAY.plusDays(701), every(1).nextPayDate(FRIDAY.plusDays(700)));
    }

    @Test
    void countsFromTodayWithoutAFirstPayDate() {
        assertEquals(FRIDAY.plusDays(14), PaySettings.DEFAULTS.nextPayDate(FRIDAY));
    }

    /** As payroll_amount of the database: half a hundredth goes up. */
    @Test
    void paysTimeToTheHundredth() {
        assertEquals(25, PaySettings.DEFAULTS.amount(60));
        assertEquals(6000, PaySettings.DEFAULTS.amount(14_400));
        assertEquals(1, PaySettings.DEFAULTS.amount(2));
        assertEquals(0, PaySettings.DEFAULTS.amount(1));
        assertEquals(13, PaySettings.DEFAULTS.amount(30));
    }

    /** The hour of New York's clock, also on the day that has one hour more. */
    @Test
    void isDueOnEachPayDayAtItsHour() {
        PaySettings weekly = atFour(7);
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
        assertEquals(FRIDAY, atFour(14).nextPayDate(noon));
        assertEquals(FRIDAY.plusDays(14), atFour(14).nextPayDate(noon.plusHours(4)));
        assertEquals(FRIDAY.plusDays(14), every(14).nextPayDate(noon));
    }

    @Test
    void writesTheRateWithAtLeastTwoDigits() {
        assertEquals("0.25", PaySettings.DEFAULTS.ratePerMinute());
        assertEquals("0.166667", PaySettings.decimal(166_667));
        assertEquals("3.00", PaySettings.decimal(3_000_000));
        assertEquals("0.00", PaySettings.decimal(0));
    }

    private static Optional<Instant> due(String instant) {
        return Optional.of(Instant.parse(instant));
    }

    private static PaySettings atFour(int days) {
        return new PaySettings(250_000, null, days, FRIDAY, LocalTime.of(16, 0), 1);
    }

    private static PaySettings every(int days) {
        return new PaySettings(250_000, null, days, FRIDAY, null, 1);
    }
}
