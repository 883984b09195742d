package org.homeroom.payroll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.homeroom.kernel.Refusal;
import org.homeroom.payroll.PayRule.Bonus;
import org.homeroom.payroll.PayRule.Caps;
import org.homeroom.payroll.PayRule.Direction;
import org.homeroom.payroll.PayRule.MarkPay;
import org.homeroom.payroll.PayRule.Overtime;
import org.homeroom.payroll.PayRule.Rounding;
import org.homeroom.payroll.PayRule.Window;
import org.junit.jupiter.api.Test;

class PayRuleFormTest {

    private static final PayRule ALL =
            new PayRule(
                    new Overtime(Window.WEEK, 18_000, 1250),
                    new Rounding(Direction.UP, 900),
                    new Bonus(50_000, LocalDate.of(2026, 3, 8), null),
                    new Caps(28_800L, 5401L, 360_000L),
                    new MarkPay(60, 30, 45, 0, LocalDate.of(2026, 11, 16)));

    @Test
    void whatIsShownIsReadAgain() {
        assertEquals(ALL, filled(ALL).rule());
        assertEquals(PayRule.PLAIN, filled(PayRule.PLAIN).rule());
        PayRuleForm form = filled(ALL);
        assertEquals("1.25", form.fields().get("overtime_multiplier"));
        assertEquals("5 h", form.fields().get("overtime_after") + " " + unit(form));
    }

    @Test
    void takesPartsOfAnHour() {
        PayRuleForm form = filled(PayRule.PLAIN);
        form.fields().put("cap_day", "1.5");
        assertEquals(5400L, form.rule().caps().day());
    }

    @Test
    void refusesNonsenseByTheNameOfItsField() {
        for (String text : new String[] {"-1", "1e9", "much", "1.00001", "9999999999", "0x10"}) {
            refused("cap_day", "cap_day", text);
            refused("overtime_after", "overtime_after", text);
            refused("bonus_rate", "bonus_rate", text.equals("-1") ? "1e9" : text + "7777777");
        }
        refused("overtime_multiplier", "overtime_multiplier", "-1.5");
        refused("overtime_multiplier", "overtime_multiplier", "1.2345");
        refused("bonus_from", "bonus_from", "tomorrow");
        refused("bonus_to", "bonus_to", "+999999999-01-01");
        refused("late_minutes", "late_minutes", "-5");
        refused("absent_minutes", "absent_minutes", "7.5");
        refused("marks_from", "marks_from", "soon");
    }

    /** Half of a rule is none: it says what is missing. */
    @Test
    void refusesHalfARule() {
        PayRuleForm form = filled(PayRule.PLAIN);
        form.fields().put("overtime_after", "5");
        assertEquals("overtime_multiplier", refusal(form));
        form = filled(PayRule.PLAIN);
        form.fields().put("overtime_multiplier", "1.5");
        assertEquals("overtime_after", refusal(form));
        form = filled(PayRule.PLAIN);
        form.fields().put("rounding", "up");
        assertEquals("rounding_unit", refusal(form));
        form = filled(PayRule.PLAIN);
        form.fields().put("bonus_to", "2026-03-08");
        assertEquals("bonus_rate", refusal(form));
    }

    @Test
    void roundsDownWhenOnlyTheUnitIsSent() {
        PayRuleJson json =
                new PayRuleJson(
                        null,
                        null,
                        null,
                        null,
                        TimeJson.of(900L),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        assertEquals(new Rounding(Direction.DOWN, 900), json.rule().rounding());
    }

    private static void refused(String expected, String field, String text) {
        PayRuleForm form = filled(ALL);
        form.fields().put(field, text);
        assertEquals(expected, refusal(form), text);
    }

    private static String refusal(PayRuleForm form) {
        return assertThrows(Refusal.class, form::rule).field();
    }

    private static PayRuleForm filled(PayRule rule) {
        PayRuleForm form = new PayRuleForm();
        form.fill(rule);
        return form;
    }

    private static String unit(PayRuleForm form) {
        return form.fields().get("overtime_after_unit");
    }
}
