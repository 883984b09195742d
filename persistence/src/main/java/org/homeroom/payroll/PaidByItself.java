package org.homeroom.payroll;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A class that goes on, with its own pay days if it has any.
 *
 * @param since when its own pay days were set, null without them
 * @param version of its pay settings, 0 for a class that never set anything
 */
public record PaidByItself(
        UUID classId,
        String className,
        ZoneId zone,
        PayCalendar calendar,
        Instant since,
        long version) {

    /** Tells whether it has pay days of its own. */
    public boolean hasOwn() {
        return calendar.at() != null;
    }

    /** Returns the newest instant at which it is to be paid, unless that was before its time. */
    public Optional<Instant> due(Instant now) {
        return calendar.due(now, zone).filter(due -> due.isAfter(since));
    }
}
