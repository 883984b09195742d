package org.homeroom.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** Which rows of a statement: from inclusive, to exclusive, one kind; null sets no bound. */
public record Period(Instant from, Instant to, String kind) {

    /** The account's whole life. */
    public static final Period ALL = new Period(null, null, null);

    /**
     * Returns the days of a zone.
     *
     * @param from the first day; null for the beginning
     * @param to the last day; null for today
     * @throws Refusal at {@code to}, when it lies before the first: what such days open and close
     *     with would prove nothing
     */
    public static Period of(LocalDate from, LocalDate to, ZoneId zone, String kind) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "to", "The last day comes before the first.");
        }
        return new Period(
                startOf(from, zone), startOf(to == null ? null : to.plusDays(1), zone), kind);
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
