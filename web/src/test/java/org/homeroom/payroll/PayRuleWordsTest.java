package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.junit.jupiter.api.Test;

/** Why a student's pay is not time at the rate. */
class PayRuleWordsTest {

    private final PayRuleWords words = new PayRuleWords();

    PayRuleWordsTest() {
        words.show = new Show(new SchoolClock(Clock.systemUTC()));
    }

    @Test
    void saysWhatPayIsMadeOf() {
        PayParts overtime = new PayParts(1551, 0, 0, 351, 0, 500, 375, 0);
        assertEquals("0:20:00 at the rate: 5.00, 0:05:51 of overtime: 3.75", words.made(overtime));

        PayParts capped = new PayParts(121, -1, 120, 0, 0, 0, 0, 0);
        assertEquals("0:00:01 taken by rounding, 0:02:00 beyond a limit", words.made(capped));

        assertEquals("", words.made(new PayParts(1800, 0, 0, 0, 0, 750, 0, 0)));
    }
}
