package org.homeroom.payroll;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The days on which something is paid (domain/economy.md 5.2): the first one and every so many days
 * after it. Runs by hand never shift them.
 *
 * @param frequencyDays days between pay days
 * @param first null when nobody has set one
 * @param at when on a pay day it is paid by itself; null for by hand
 */
public record PayCalendar(int frequencyDays, LocalDate first, LocalTime at) {

    /**
     * Returns the next pay date: the first date while it lies ahead, else the first of its series
     * strictly after today; without a first date, today plus the frequency.
     */
    public LocalDate next(LocalDate today) {
        if (first == null) {
            return today.plusDays(frequencyDays);
        }
        if (first.isAfter(today)) {
            return first;
        }
        long periods = ChronoUnit.DAYS.between(first, today) / frequencyDays + 1;
        return first.plusDays(periods * frequencyDays);
    }

    /** Returns the next pay date; a pay day is still ahead until its hour has come. */
    public LocalDate next(ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        boolean ahead = at != null && today.atTime(at).atZone(now.getZone()).isAfter(now);
        return next(ahead ? today.minusDays(1) : today);
    }

    /** Returns when it is paid by itself next; nothing when it is paid by hand. */
    public Optional<Instant> nextAt(ZonedDateTime now) {
        return at == null || first == null
                ? Optional.empty()
                : Optional.of(next(now).atTime(at).atZone(now.getZone()).toInstant());
    }

    /**
     * Returns the newest instant, up to now, at which it is to be paid by itself; earlier ones are
     * paid with it. Nothing before the first pay day, or when it is paid by hand.
     */
    public Optional<Instant> due(Instant now, ZoneId zone) {
        if (at == null || first == null) {
            return Optional.empty();
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        boolean over = !today.atTime(at).atZone(zone).toInstant().isAfter(now);
        long days = ChronoUnit.DAYS.between(first, today) - (over ? 0 : 1);
        return days < 0
                ? Optional.empty()
                : Optional.of(
                        first.plusDays(days - days % frequencyDays)
                                .atTime(at)
                                .atZone(zone)
                                .toInstant());
    }
}
