package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void aRateIsShownAsItWasWritten() {
        assertEquals("10.00", RateText.write(166_667, RateUnit.HOUR));
        assertEquals("0.333333", RateText.write(333_333, RateUnit.MINUTE));
        assertEquals("0.25", RateText.write(250_000, RateUnit.MINUTE));
        assertEquals("0.01", RateText.write(600_000, RateUnit.SECOND));
        assertEquals("360.00", RateText.write(250_000, RateUnit.DAY));
        assertEquals("0.00", RateText.write(0, RateUnit.HOUR));
        assertNull(RateText.write(250_000, RateUnit.SECOND));
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThrows(Refusal.class, () -> RateText.micros("rate", "half", "hour"));
        assertThrows(Refusal.class, () -> RateText.micros("rate", "1", "week"));
        assertThrows(Refusal.class, () -> RateText.micros("rate", "1", null));
        assertThrows(Refusal.class, () -> RateText.micros("rate", "1e3", "hour"));
        assertThrows(Refusal.class, () -> RateText.micros("rate", "0.1234567", "minute"));
        Refusal much =
                assertThrows(
                        Refusal.class, () -> RateText.micros("rate", "9000000000000", "second"));
        assertTrue(much.getMessage().startsWith("The rate goes from 0"), much.getMessage());
        assertThrows(Refusal.class, () -> RateText.micros("rate", null, "second"));
        assertThrows(Refusal.class, () -> PayForm.whole("version", null));
    }
}
