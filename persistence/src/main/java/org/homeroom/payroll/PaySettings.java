package org.homeroom.payroll;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What a class pays and when (domain/economy.md 5.1, 5.2).
 *
 * @param rateMicrosPerMinute millionths of a token per minute
 * @param rateUnit for how long the rate was written
 * @param dailyLimitMinutes null for no limit
 * @param frequencyDays days between pay dates
 * @param firstPayDate null when the teacher has not set one
 * @param paysAt when on a pay day the class is paid by itself, in its zone; null for by hand
 * @param rule overtime, rounding, bonus and caps
 * @param expectedWeeklyMinutes for how long a class is expected in a week; the income of a week is
 *     reckoned with it, never pay (11.1)
 * @param version 0 for a class that never set anything
 */
public record PaySettings(
        long rateMicrosPerMinute,
        RateUnit rateUnit,
        Integer dailyLimitMinutes,
        int frequencyDays,
        LocalDate firstPayDate,
        LocalTime paysAt,
        PayRule rule,
        int expectedWeeklyMinutes,
        long version) {

    /** How long a week of a class is expected to be that never said. */
    public static final int USUAL_WEEK_MINUTES = 300;

    /** What a class pays that never set anything. */
    public static final PaySettings DEFAULTS = new PaySettings(250_000, null, 14, null, null, 0);

    private static final int MICRO_DIGITS = 6;

    /** Seconds of a minute, times millionths of a token in its hundredth. */
    private static final long MICROS_PER_MINOR_MINUTE = 600_000;

    private static final int LEAST_DIGITS = 2;

    /** Settings of a class that is expected for the usual week. */
    public PaySettings(
            long rateMicrosPerMinute,
            RateUnit rateUnit,
            Integer dailyLimitMinutes,
            int frequencyDays,
            LocalDate firstPayDate,
            LocalTime paysAt,
            PayRule rule,
            long version) {
        this(
                rateMicrosPerMinute,
                rateUnit,
                dailyLimitMinutes,
                frequencyDays,
                firstPayDate,
                paysAt,
                rule,
                USUAL_WEEK_MINUTES,
                version);
    }

    /** Settings with a rate that was written by the minute. */
    public PaySettings(
            long rateMicrosPerMinute,
            Integer dailyLimitMinutes,
            int frequencyDays,
            LocalDate firstPayDate,
            LocalTime paysAt,
            PayRule rule,
            long version) {
        this(
                rateMicrosPerMinute,
                RateUnit.MINUTE,
                dailyLimitMinutes,
                frequencyDays,
                firstPayDate,
                paysAt,
                rule,
                version);
    }

    /** Settings of a class that pays time at a rate by the minute, and nothing else. */
    public PaySettings(
            long rateMicrosPerMinute,
            Integer dailyLimitMinutes,
            int frequencyDays,
            LocalDate firstPayDate,
            LocalTime paysAt,
            long version) {
        this(
                rateMicrosPerMinute,
                dailyLimitMinutes,
                frequencyDays,
                firstPayDate,
                paysAt,
                PayRule.PLAIN,
                version);
    }

    /** Returns the same settings as a change of what has that version. */
    public PaySettings over(long seen) {
        return new PaySettings(
                rateMicrosPerMinute,
                rateUnit,
                dailyLimitMinutes,
                frequencyDays,
                firstPayDate,
                paysAt,
                rule,
                expectedWeeklyMinutes,
                seen);
    }

    /** Returns the same settings with another rule. */
    public PaySettings ruledBy(PayRule changed) {
        return new PaySettings(
                rateMicrosPerMinute,
                rateUnit,
                dailyLimitMinutes,
                frequencyDays,
                firstPayDate,
                paysAt,
                changed,
                expectedWeeklyMinutes,
                version);
    }

    /** Returns the same settings of a class that is expected for another time in a week. */
    public PaySettings expecting(int weeklyMinutes) {
        return new PaySettings(
                rateMicrosPerMinute,
                rateUnit,
                dailyLimitMinutes,
                frequencyDays,
                firstPayDate,
                paysAt,
                rule,
                weeklyMinutes,
                version);
    }

    /** Returns what a week of perfect attendance earns, in minor units (11.1). */
    public long weeklyIncome() {
        return amount(expectedWeeklyMinutes * 60L);
    }

    /** Returns the same settings with other pay days. */
    public PaySettings paying(PayCalendar days) {
        return new PaySettings(
                rateMicrosPerMinute,
                rateUnit,
                dailyLimitMinutes,
                days.frequencyDays(),
                days.first(),
                days.at(),
                rule,
                expectedWeeklyMinutes,
                version);
    }

    /** Returns the class's own pay days. */
    public PayCalendar calendar() {
        return new PayCalendar(frequencyDays, firstPayDate, paysAt);
    }

    /**
     * Returns what a time is paid, in minor units, as the database's payroll_amount computes it.
     */
    public long amount(long seconds) {
        return amount(seconds, rateMicrosPerMinute);
    }

    static long amount(long seconds, long rateMicrosPerMinute) {
        return (seconds * rateMicrosPerMinute + MICROS_PER_MINOR_MINUTE / 2)
                / MICROS_PER_MINOR_MINUTE;
    }

    /** Tells whether time is worth nothing: no rate, and no bonus either. */
    public boolean paysNothing() {
        return rateMicrosPerMinute == 0 && rule.bonus() == null;
    }

    /**
     * Returns the rate as a decimal of tokens per minute with at least two digits, such as 0.25.
     */
    public String ratePerMinute() {
        return decimal(rateMicrosPerMinute);
    }

    /** Writes millionths of a token as a decimal with at least two digits. */
    public static String decimal(long micros) {
        BigDecimal value = BigDecimal.valueOf(micros, MICRO_DIGITS).stripTrailingZeros();
        return value.setScale(Math.max(value.scale(), LEAST_DIGITS)).toPlainString();
    }
}
