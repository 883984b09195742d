package org.homeroom.banking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Something that a bank books by itself.
 *
 * @param kind {@code interest} of a period, due on the day after it, or {@code due}, of loans and
 *     certificates
 * @param due the bank's hour of a day
 */
public record BankDay(UUID classId, ZoneId zone, String kind, Instant due) {

    /** Tells whether it is the interest of a period. */
    public boolean isInterest() {
        return kind.equals("interest");
    }

    /** Returns the day up to which something is booked. */
    public LocalDate day() {
        return due.atZone(zone).toLocalDate();
    }
}
