package org.homeroom.payroll;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a class pays and when (domain/economy.md 5.1, 5.2).
 *
 * @param rateMicrosPerMinute millionths of a token per minute
 * @param dailyLimitMinutes null for no limit
 * @param frequencyDays days between pay dates
 * @param firstPayDate null when the teacher has not set one
 * @param version 0 for a class that never set anything
 */
public record PaySettings(
        long rateMicrosPerMinute,
        Integer dailyLimitMinutes,
        int frequencyDays,
        LocalDate firstPayDate,
        long version) {

    /** What a class pays that never set anything. */
    public static final PaySettings DEFAULTS = new PaySettings(250_000, null, 14, null, 0);

    private static final int MICRO_DIGITS = 6;
    private static final int LEAST_DIGITS = 2;

    /**
     * Returns the next pay date: the first date while it lies ahead, else the first of its series
     * strictly after today; without a first date, today plus the frequency. Runs by hand never
     * shift it.
     */
    public LocalDate nextPayDate(LocalDate today) {
        if (firstPayDate == null) {
            return today.plusDays(frequencyDays);
        }
        if (firstPayDate.isAfter(today)) {
            return firstPayDate;
        }
        long periods = ChronoUnit.DAYS.between(firstPayDate, today) / frequencyDays + 1;
        return firstPayDate.plusDays(periods * frequencyDays);
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
