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
 */
public record PayRule(Overtime overtime, Rounding rounding, Bonus bonus, Caps caps) {

    /** Time at the rate, and nothing else. */
    public static final PayRule PLAIN = new PayRule(null, null, null, Caps.NONE);

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

    /** Tells whether it is nothing but time at the rate. */
    public boolean isPlain() {
        return equals(PLAIN);
    }
}
