package org.homeroom.payroll;

import java.time.LocalDate;

/**
 * What a class pays beside its rate (domain/economy.md 5.1), counted by days of its zone. A day's
 * time is rounded first; of that, caps say how much is paid; what is paid beyond a threshold is
 * overtime. The computing is done by {@code payroll_days} of migration V0100.
 *
 * @param overtime null for none
 * @param rounding null to count every second
 * @param bonus null for none
 * @param caps without limits for none
 * @param marks null when marks pay nothing, as they do unless a teacher says otherwise
 */
public record PayRule(Overtime overtime, Rounding rounding, Bonus bonus, Caps caps, MarkPay marks) {

    /** Time at the rate, and nothing else. */
    public static final PayRule PLAIN = new PayRule(null, null, null, Caps.NONE);

    /** A rule under which marks pay nothing. */
    public PayRule(Overtime overtime, Rounding rounding, Bonus bonus, Caps caps) {
        this(overtime, rounding, bonus, caps, null);
    }

    /** A stretch of the calendar; weeks begin on Monday. */
    public enum Window {
        DAY,
        WEEK,
        MONTH
    }

    /** To which side time is brought to whole units. */
    public enum Direction {
        UP,
        DOWN
    }

    /**
     * Paid time beyond a threshold is worth more.
     *
     * @param per the window whose time counts
     * @param afterSeconds the threshold
     * @param thousandths of the rate that a minute of overtime is paid, 1000 or more
     */
    public record Overtime(Window per, long afterSeconds, int thousandths) {}

    /**
     * Each day's time in whole units.
     *
     * @param unitSeconds seconds of a unit
     */
    public record Rounding(Direction direction, int unitSeconds) {}

    /**
     * More for each paid minute of some days; overtime does not multiply it.
     *
     * @param microsPerMinute millionths of a token per minute, on top of the rate
     * @param from the first day, null for any before
     * @param to the last day, null for any after
     */
    public record Bonus(long microsPerMinute, LocalDate from, LocalDate to) {}

    /** Time beyond is not paid, in seconds; null for no limit. */
    public record Caps(Long day, Long week, Long month) {

        /** No limit. */
        public static final Caps NONE = new Caps(null, null, null);
    }

    /**
     * Minutes that a day's mark is paid at the rate, beside all time in class. They are not
     * rounded, count towards no cap and no overtime, and have no bonus: those are about time that
     * somebody spent, which a mark does not tell (docs/decisions/0018).
     *
     * @param from the first day whose mark pays
     */
    public record MarkPay(int present, int late, int excused, int absent, LocalDate from) {

        /** Returns the same minutes from another day on. */
        public MarkPay since(LocalDate day) {
            return new MarkPay(present, late, excused, absent, day);
        }

        /** Tells whether any mark pays. */
        public boolean isOn() {
            return present != 0 || late != 0 || excused != 0 || absent != 0;
        }
    }

    /** Returns the same rule with other pay for marks, null for none. */
    public PayRule paying(MarkPay changed) {
        return new PayRule(overtime, rounding, bonus, caps, changed);
    }

    /** Tells whether it is nothing but time at the rate. */
    public boolean isPlain() {
        return equals(PLAIN);
    }
}
