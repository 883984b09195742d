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
        assertEquals(
                "20 min at the rate: 5.00, 5 min 51 s of overtime: 3.75",
                words.made(overtime, PayRule.PLAIN));

        PayParts capped = new PayParts(121, -1, 120, 0, 0, 0, 0, 0);
        assertEquals(
                "1 s taken by rounding, 2 min not paid (at most 2 h a day, at most 8 h 30 min a week)",
                words.made(capped, capped(7200L, 30600L)));

        assertEquals("", words.made(new PayParts(1800, 0, 0, 0, 0, 750, 0, 0), PayRule.PLAIN));
    }

    private static PayRule capped(Long day, Long week) {
        return new PayRule(null, null, null, new PayRule.Caps(day, week, null), null);
    }
}
