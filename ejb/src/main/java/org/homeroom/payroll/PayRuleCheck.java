package org.homeroom.payroll;

import java.time.LocalDate;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.payroll.PayRule.Bonus;
import org.homeroom.payroll.PayRule.Caps;
import org.homeroom.payroll.PayRule.MarkPay;
import org.homeroom.payroll.PayRule.Overtime;
import org.homeroom.payroll.PayRule.Window;

/** What a rule may be; everything else is refused with what to do. */
final class PayRuleCheck {

    private static final long DAY = 86_400;
    private static final int MINUTES_OF_A_DAY = 1440;
    private static final long WEEK = 7 * DAY;
    private static final long MONTH = 31 * DAY;
    private static final int SINGLE = 1000;
    private static final int TENFOLD = 10_000;
    private static final long LARGEST_RATE = 1_000_000_000L;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private PayRuleCheck() {}

    /**
     * Checks a rule.
     *
     * @throws Refusal naming the field that is out of bounds
     */
    static void check(PayRule rule) {
        overtime(rule.overtime());
        if (rule.rounding() != null
                && (rule.rounding().unitSeconds() < 1 || rule.rounding().unitSeconds() > DAY)) {
            throw wrong("rounding_unit", "Round to a unit of 1 second to 24 hours.");
        }
        bonus(rule.bonus());
        caps(rule.caps());
        marks(rule.marks());
    }

    /**
     * Checks a day that may be missing.
     *
     * @throws Refusal naming the field when its year is out of reason
     */
    static void day(String field, LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw wrong(field, "Write a year from 2000 to 2100.");
        }
    }

    private static void overtime(Overtime overtime) {
        if (overtime == null) {
            return;
        }
        if (overtime.afterSeconds() < 0 || overtime.afterSeconds() > length(overtime.per())) {
            throw wrong(
                    "overtime_after",
                    "Overtime begins after 0 to 24 hours a day, 168 hours a week or 744 hours a"
                            + " month.");
        }
        if (overtime.thousandths() < SINGLE || overtime.thousandths() > TENFOLD) {
            throw wrong(
                    "overtime_multiplier",
                    "Overtime is paid 1 to 10 times the rate, with at most three decimals.");
        }
    }

    private static void bonus(Bonus bonus) {
        if (bonus == null) {
            return;
        }
        if (bonus.microsPerMinute() < 1 || bonus.microsPerMinute() > LARGEST_RATE) {
            throw wrong(
                    "bonus_rate",
                    "The bonus is more than 0 and at most 1000 tokens a minute; leave it empty for"
                            + " none.");
        }
        day("bonus_from", bonus.from());
        day("bonus_to", bonus.to());
        if (bonus.from() != null && bonus.to() != null && bonus.to().isBefore(bonus.from())) {
            throw wrong("bonus_to", "The bonus ends before it begins. Change one of its days.");
        }
    }

    private static void caps(Caps caps) {
        cap("cap_day", caps.day(), DAY);
        cap("cap_week", caps.week(), WEEK);
        cap("cap_month", caps.month(), MONTH);
    }

    private static void cap(String field, Long seconds, long most) {
        if (seconds != null && (seconds < 1 || seconds > most)) {
            throw wrong(
                    field,
                    "Paid time goes from 1 second to 24 hours a day, 168 hours a week or 744 hours"
                            + " a month; leave it empty for no limit.");
        }
    }

    private static void marks(MarkPay marks) {
        if (marks != null) {
            mark("present_minutes", marks.present());
            mark("late_minutes", marks.late());
            mark("excused_minutes", marks.excused());
            mark("absent_minutes", marks.absent());
            day("marks_from", marks.from());
        }
    }

    private static void mark(String field, int minutes) {
        if (minutes < 0 || minutes > MINUTES_OF_A_DAY) {
            throw wrong(field, "A mark pays 0 to 1440 minutes; leave it empty for none.");
        }
    }

    private static long length(Window window) {
        return switch (window) {
            case DAY -> DAY;
            case WEEK -> WEEK;
            case MONTH -> MONTH;
        };
    }

    private static Refusal wrong(String field, String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
    }
}
