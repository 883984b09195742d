package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.homeroom.kernel.Refusal;
import org.homeroom.payroll.PayRule.Bonus;
import org.homeroom.payroll.PayRule.Caps;
import org.homeroom.payroll.PayRule.Direction;
import org.homeroom.payroll.PayRule.Overtime;
import org.homeroom.payroll.PayRule.Rounding;
import org.homeroom.payroll.PayRule.Window;
import org.junit.jupiter.api.Test;

class PayRuleCheckTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 8);

    @Test
    void takesWhatIsInBounds() {
        assertDoesNotThrow(() -> PayRuleCheck.check(PayRule.PLAIN));
        assertDoesNotThrow(
                () ->
                        PayRuleCheck.check(
                                new PayRule(
                                        new Overtime(Window.MONTH, 2_678_400, 10_000),
                                        new Rounding(Direction.UP, 86_400),
                                        new Bonus(1, DAY, DAY),
                                        new Caps(86_400L, 604_800L, 2_678_400L))));
    }

    @Test
    void refusesEachFieldOutOfBounds() {
        refused("overtime_after", overtime(Window.DAY, 86_401, 1500));
        refused("overtime_after", overtime(Window.WEEK, -1, 1500));
        refused("overtime_multiplier", overtime(Window.WEEK, 0, 999));
        refused("overtime_multiplier", overtime(Window.WEEK, 0, 10_001));
        refused("rounding_unit", new PayRule(null, new Rounding(Direction.UP, 0), null, Caps.NONE));
        refused(
                "rounding_unit",
                new PayRule(null, new Rounding(Direction.UP, 86_401), null, Caps.NONE));
        refused("bonus_rate", bonus(new Bonus(0, null, null)));
        refused("bonus_rate", bonus(new Bonus(1_000_000_001, null, null)));
        refused("bonus_to", bonus(new Bonus(1, DAY, DAY.minusDays(1))));
        refused("bonus_from", bonus(new Bonus(1, LocalDate.MIN, DAY)));
        refused("bonus_to", bonus(new Bonus(1, DAY, LocalDate.of(2101, 1, 1))));
        refused("cap_day", caps(new Caps(0L, null, null)));
        refused("cap_week", caps(new Caps(null, 604_801L, null)));
        refused("cap_month", caps(new Caps(null, null, Long.MAX_VALUE)));
    }

    private static void refused(String field, PayRule rule) {
        assertEquals(
                field, assertThrows(Refusal.class, () -> PayRuleCheck.check(rule), field).field());
    }

    private static PayRule overtime(Window per, long after, int thousandths) {
        return new PayRule(new Overtime(per, after, thousandths), null, null, Caps.NONE);
    }

    private static PayRule bonus(Bonus bonus) {
        return new PayRule(null, null, bonus, Caps.NONE);
    }

    private static PayRule caps(Caps caps) {
        return new PayRule(null, null, null, caps);
    }
}
