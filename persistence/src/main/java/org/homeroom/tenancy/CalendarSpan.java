package org.homeroom.tenancy;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A term or a holiday of a school.
 *
 * @param kind {@code term} or {@code holiday}
 * @param last the last day, which belongs to it
 */
public record CalendarSpan(UUID id, String kind, String name, LocalDate first, LocalDate last) {

    /** What is taught in. */
    public static final String TERM = "term";

    /** What nobody comes in. */
    public static final String HOLIDAY = "holiday";

    /** Tells whether the day belongs to it. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
