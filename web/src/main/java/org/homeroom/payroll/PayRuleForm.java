package org.homeroom.payroll;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.NumberText;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.TimeText;

/** The fields of advanced pay settings as a page has them, by name; an empty one is off. */
final class PayRuleForm {

    private static final String UNIT = "_unit";

    private final Map<String, String> fields = new HashMap<>();

    /** Returns the fields, to be read and filled in. */
    Map<String, String> fields() {
        return fields;
    }

    /** Fills the fields with a rule. */
    void fill(PayRule rule) {
        PayRuleJson json = PayRuleJson.of(rule, "");
        put("overtime_per", json.overtimePer() == null ? "week" : json.overtimePer());
        time("overtime_after", json.overtimeAfter(), "h");
        put("overtime_multiplier", json.overtimeMultiplier());
        put("rounding", json.rounding() == null ? "none" : json.rounding());
        time("rounding_unit", json.roundingUnit(), "min");
        put("bonus_rate", json.bonusRate() == null ? null : json.bonusRate().amount());
        put("bonus_from", json.bonusFrom());
        put("bonus_to", json.bonusTo());
        time("cap_day", json.capDay(), "h");
        time("cap_week", json.capWeek(), "h");
        time("cap_month", json.capMonth(), "h");
        put("present_minutes", json.presentMinutes());
        put("late_minutes", json.lateMinutes());
        put("excused_minutes", json.excusedMinutes());
        put("absent_minutes", json.absentMinutes());
        put("marks_from", json.marksFrom());
    }

    /**
     * Reads the rule.
     *
     * @throws Refusal naming the field that is wrong or missing
     */
    PayRule rule() {
        TimeJson after = time("overtime_after");
        BigDecimal multiplier = multiplier();
        boolean overtime = after != null || multiplier != null;
        String bonus = typed("bonus_rate");
        String rounding = typed("rounding");
        return new PayRuleJson(
                        overtime ? typed("overtime_per") : null,
                        after,
                        multiplier,
                        rounding,
                        rounding == null || rounding.equals("none") ? null : time("rounding_unit"),
                        bonus == null
                                ? null
                                : new MoneyJson(NumberText.rate("bonus_rate", bonus), null),
                        day("bonus_from"),
                        day("bonus_to"),
                        time("cap_day"),
                        time("cap_week"),
                        time("cap_month"),
                        minutes("present_minutes"),
                        minutes("late_minutes"),
                        minutes("excused_minutes"),
                        minutes("absent_minutes"),
                        day("marks_from"))
                .rule();
    }

    private BigDecimal multiplier() {
        String typed = number("overtime_multiplier");
        if (typed != null && !typed.matches("[0-9]{1,4}([.][0-9]{1,9})?")) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "overtime_multiplier",
                    "Overtime is paid 1 to 10 times the rate, with at most three decimals.");
        }
        return typed == null ? null : new BigDecimal(typed);
    }

    private Integer minutes(String field) {
        String typed = typed(field);
        if (typed != null && !typed.matches("[0-9]{1,4}")) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    field,
                    "A mark pays 0 to 1440 minutes; leave it empty for none.");
        }
        return typed == null ? null : Integer.valueOf(typed);
    }

    private TimeJson time(String field) {
        return TimeJson.read(field, number(field), typed(field + UNIT));
    }

    private LocalDate day(String field) {
        try {
            String typed = typed(field);
            return typed == null ? null : TimeText.usual(LocalDate.parse(typed));
        } catch (DateTimeException e) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, field, "Write the day as 2026-10-16.");
        }
    }

    private String number(String field) {
        String typed = typed(field);
        return typed == null ? null : NumberText.rate(field, typed);
    }

    private String typed(String field) {
        String value = fields.get(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private void time(String field, TimeJson time, String usual) {
        put(field, time == null ? null : time.value());
        put(field + UNIT, time == null ? usual : time.unit());
    }

    private void put(String field, Object value) {
        fields.put(field, value == null ? "" : value.toString());
    }
}
