package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaySettingsTest {

    @Test
    void writesTheRateWithAtLeastTwoDigits() {
        assertEquals("0.25", PaySettings.DEFAULTS.ratePerMinute());
        assertEquals("0.166667", PaySettings.decimal(166_667));
        assertEquals("3.00", PaySettings.decimal(3_000_000));
        assertEquals("0.00", PaySettings.decimal(0));
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
}
