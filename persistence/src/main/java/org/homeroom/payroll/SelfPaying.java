package org.homeroom.payroll;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A class that is paid by itself.
 *
 * @param since when its pay days were set; what was due before then is left alone
 */
public record SelfPaying(UUID classId, ZoneId zone, Instant since, PaySettings settings) {

    /** Returns the newest instant at which it is to be paid, unless that was before its time. */
    public Optional<Instant> due(Instant now) {
        return settings.due(now, zone).filter(due -> due.isAfter(since));
    }
}
