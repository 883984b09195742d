package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Pay dates as in domain/economy.md 5.2. */
class PaySettingsTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 16);

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

    @Test
    void writesTheRateWithAtLeastTwoDigits() {
        assertEquals("0.25", PaySettings.DEFAULTS.ratePerMinute());
        assertEquals("0.166667", PaySettings.decimal(166_667));
        assertEquals("3.00", PaySettings.decimal(3_000_000));
        assertEquals("0.00", PaySettings.decimal(0));
    }

    private static PaySettings every(int days) {
        return new PaySettings(250_000, null, days, FRIDAY, 1);
    }
}
