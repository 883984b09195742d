package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;

/** Rates as people write them (domain/economy.md 5.1). */
class RateTextTest {

    @Test
    void aRateIsKeptByTheMinute() {
        assertEquals(250_000, RateText.micros("rate", "0.25", "minute"));
        assertEquals(250_000, RateText.micros("rate", "15", "hour"));
        assertEquals(166_667, RateText.micros("rate", "10", "hour"));
        assertEquals(600_000, RateText.micros("rate", "0.01", "second"));
        assertEquals(250_000, RateText.micros("rate", "360", "day"));
    }

    @Test
    void aRateByTheHourIsShownAsItWasWritten() {
        assertTrue(RateText.isByHour(new BigDecimal("0.166667")));
        assertEquals("10.00", RateText.byHour(new BigDecimal("0.166667")).toPlainString());
        assertFalse(RateText.isByHour(new BigDecimal("0.25")));
        assertFalse(RateText.isByHour(new BigDecimal("0.166661")));
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThrows(Refusal.class, () -> RateText.micros("rate", "half", "hour"));
        assertThrows(Refusal.class, () -> RateText.micros("rate", "1e3", "hour"));
        assertThrows(Refusal.class, () -> RateText.micros("rate", "0.1234567", "minute"));
        assertThrows(Refusal.class, () -> RateText.micros("rate", "9000000000000", "second"));
        assertThrows(Refusal.class, () -> RateText.micros("rate", null, "second"));
        assertThrows(Refusal.class, () -> PayForm.whole("version", null));
    }
}
