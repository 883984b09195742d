package org.homeroom.payroll;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a class pays and when (domain/economy.md 5.1, 5.2).
 *
 * @param rateMicrosPerMinute millionths of a token per minute
 * @param dailyLimitMinutes null for no limit
 * @param frequencyDays days between pay dates
 * @param firstPayDate null when the teacher has not set one
 * @param paysAt when on a pay day the class is paid by itself, in its zone; null for by hand
 * @param rule overtime, rounding, bonus and caps
 * @param version 0 for a class that never set anything
 */
public record PaySettings(
        long rateMicrosPerMinute,
        Integer dailyLimitMinutes,
        int frequencyDays,
        LocalDate firstPayDate,
        LocalTime paysAt,
        PayRule rule,
        long version) {

    /** What a class pays that never set anything. */
    public static final PaySettings DEFAULTS = new PaySettings(250_000, null, 14, null, null, 0);

    private static final int MICRO_DIGITS = 6;

    /** Seconds of a minute, times millionths of a token in its hundredth. */
    private static final long MICROS_PER_MINOR_MINUTE = 600_000;

    private static final int LEAST_DIGITS = 2;

    /** Settings of a class that pays time at the rate, and nothing else. */
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
                dailyLimitMinutes,
                frequencyDays,
                firstPayDate,
                paysAt,
                rule,
                seen);
    }

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

    /** Returns the next pay date; a pay day is still ahead until the class is paid by itself. */
    public LocalDate nextPayDate(ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        boolean ahead = paysAt != null && now.toLocalTime().isBefore(paysAt);
        return nextPayDate(ahead ? today.minusDays(1) : today);
    }

    /**
     * Returns the newest instant, up to now, at which the class is to be paid by itself; earlier
     * ones are paid with it. Nothing before the first pay day, or when it is paid by hand.
     */
    public Optional<Instant> due(Instant now, ZoneId zone) {
        if (paysAt == null || firstPayDate == null) {
            return Optional.empty();
        }
        ZonedDateTime local = now.atZone(zone);
        boolean over = !local.toLocalTime().isBefore(paysAt);
        long days = ChronoUnit.DAYS.between(firstPayDate, local.toLocalDate()) - (over ? 0 : 1);
        return days < 0
                ? Optional.empty()
                : Optional.of(
                        firstPayDate
                                .plusDays(days - days % frequencyDays)
                                .atTime(paysAt)
                                .atZone(zone)
                                .toInstant());
    }

    /**
     * Returns what a time is paid, in minor units, as the database's payroll_amount computes it.
     */
    public long amount(long seconds) {
        return (seconds * rateMicrosPerMinute + MICROS_PER_MINOR_MINUTE / 2)
                / MICROS_PER_MINOR_MINUTE;
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
