package org.homeroom.banking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The time of day at which a bank books by itself. Where clocks jump over it, it comes as much
 * later; where they show it twice, it is the first.
 */
public record BankHour(LocalTime at, ZoneId zone) {

    /** Returns when it comes on a day. */
    public Instant on(LocalDate day) {
        return day.atTime(at).atZone(zone).toInstant();
    }

    /** Returns the newest day whose hour has come. */
    public LocalDate newest(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return on(today).isAfter(now) ? today.minusDays(1) : today;
    }

    /** Returns when it comes next, strictly after now. */
    public Instant next(Instant now) {
        return on(newest(now).plusDays(1));
    }
}
