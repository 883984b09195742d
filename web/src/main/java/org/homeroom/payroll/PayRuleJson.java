package org.homeroom.payroll;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Refusal;
import org.homeroom.payroll.PayRule.Bonus;
import org.homeroom.payroll.PayRule.Caps;
import org.homeroom.payroll.PayRule.Direction;
import org.homeroom.payroll.PayRule.MarkPay;
import org.homeroom.payroll.PayRule.Overtime;
import org.homeroom.payroll.PayRule.Rounding;
import org.homeroom.payroll.PayRule.Window;

/**
 * What a class pays beside its rate, on the wire; what is left out is off.
 *
 * @param overtimePer day, week or month
 * @param overtimeMultiplier times the rate, 1 to 10, to three decimals
 * @param rounding none, up or down (which it is when only the unit is given), day by day
 * @param bonusRate more for each paid minute from {@code bonus_from} to {@code bonus_to}
 * @param capDay time that is paid at most
 * @param presentMinutes that a day marked present pays at the rate, beside time in class
 * @param marksFrom the first day whose mark pays; today when marks begin to pay without one
 */
public record PayRuleJson(
        @Nullable String overtimePer,
        @Nullable TimeJson overtimeAfter,
        @Nullable BigDecimal overtimeMultiplier,
        @Nullable String rounding,
        @Nullable TimeJson roundingUnit,
        @Nullable MoneyJson bonusRate,
        @Nullable LocalDate bonusFrom,
        @Nullable LocalDate bonusTo,
        @Nullable TimeJson capDay,
        @Nullable TimeJson capWeek,
        @Nullable TimeJson capMonth,
        @Nullable Integer presentMinutes,
        @Nullable Integer lateMinutes,
        @Nullable Integer excusedMinutes,
        @Nullable Integer absentMinutes,
        @Nullable LocalDate marksFrom) {

    private static final int THOUSANDTHS = 3;
    private static final String NONE = "none";

    static PayRuleJson of(PayRule rule, String currency) {
        Overtime overtime = rule.overtime();
        Rounding rounding = rule.rounding();
        Bonus bonus = rule.bonus();
        MarkPay marks = rule.marks();
        return new PayRuleJson(
                overtime == null ? null : overtime.per().name().toLowerCase(Locale.ROOT),
                overtime == null ? null : TimeJson.of(overtime.afterSeconds()),
                overtime == null ? null : multiplier(overtime),
                rounding == null ? null : rounding.direction().name().toLowerCase(Locale.ROOT),
                rounding == null ? null : TimeJson.of((long) rounding.unitSeconds()),
                bonus == null
                        ? null
                        : new MoneyJson(PaySettings.decimal(bonus.microsPerMinute()), currency),
                bonus == null ? null : bonus.from(),
                bonus == null ? null : bonus.to(),
                TimeJson.of(rule.caps().day()),
                TimeJson.of(rule.caps().week()),
                TimeJson.of(rule.caps().month()),
                marks == null ? null : Integer.valueOf(marks.present()),
                marks == null ? null : Integer.valueOf(marks.late()),
                marks == null ? null : Integer.valueOf(marks.excused()),
                marks == null ? null : Integer.valueOf(marks.absent()),
                marks == null ? null : marks.from());
    }

    static BigDecimal multiplier(Overtime overtime) {
        BigDecimal value = BigDecimal.valueOf(overtime.thousandths(), THOUSANDTHS);
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /**
     * Reads the rule.
     *
     * @throws Refusal naming the field that is wrong or missing
     */
    PayRule rule() {
        return new PayRule(
                readOvertime(),
                readRounding(),
                readBonus(),
                new Caps(
                        seconds("cap_day", capDay),
                        seconds("cap_week", capWeek),
                        seconds("cap_month", capMonth)),
                readMarks());
    }

    private MarkPay readMarks() {
        MarkPay marks =
                new MarkPay(
                        minutes(presentMinutes),
                        minutes(lateMinutes),
                        minutes(excusedMinutes),
                        minutes(absentMinutes),
                        marksFrom);
        return marks.isOn() ? marks : null;
    }

    private static int minutes(Integer sent) {
        return sent == null ? 0 : sent;
    }

    private Overtime readOvertime() {
        if (overtimePer == null && overtimeAfter == null && overtimeMultiplier == null) {
            return null;
        }
        if (overtimePer == null || overtimeAfter == null || overtimeMultiplier == null) {
            throw wrong(
                    overtimeAfter == null ? "overtime_after" : "overtime_multiplier",
                    "Overtime needs a time after which it begins, a day, week or month to count in,"
                            + " and how many times the rate it pays.");
        }
        return new Overtime(
                one(Window.values(), "overtime_per", overtimePer),
                overtimeAfter.seconds("overtime_after"),
                thousandths());
    }

    private int thousandths() {
        try {
            return overtimeMultiplier.movePointRight(THOUSANDTHS).intValueExact();
        } catch (ArithmeticException e) {
            throw wrong(
                    "overtime_multiplier",
                    "Overtime is paid 1 to 10 times the rate, with at most three decimals.");
        }
    }

    private Rounding readRounding() {
        if (NONE.equals(rounding) || rounding == null && roundingUnit == null) {
            return null;
        }
        if (roundingUnit == null) {
            throw wrong("rounding_unit", "Say to which unit time is rounded, such as 15 min.");
        }
        Direction direction =
                rounding == null ? Direction.DOWN : one(Direction.values(), "rounding", rounding);
        long unit = roundingUnit.seconds("rounding_unit");
        return new Rounding(direction, (int) Math.max(0, Math.min(unit, Integer.MAX_VALUE)));
    }

    private Bonus readBonus() {
        if (bonusRate == null) {
            if (bonusFrom != null || bonusTo != null) {
                throw wrong("bonus_rate", "A bonus has a rate; leave its days empty for none.");
            }
            return null;
        }
        return new Bonus(RateText.micros("bonus_rate", bonusRate.amount()), bonusFrom, bonusTo);
    }

    private static Long seconds(String field, TimeJson time) {
        return time == null ? null : Long.valueOf(time.seconds(field));
    }

    private static <E extends Enum<E>> E one(E[] all, String field, String word) {
        for (E value : all) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                return value;
            }
        }
        throw wrong(
                field,
                "rounding".equals(field)
                        ? "Send the rounding as none, up or down."
                        : "Send what overtime is counted in as day, week or month.");
    }

    private static Refusal wrong(String field, String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
    }
}
