package org.homeroom.payroll;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When all classes of a school, or of all schools of the district, are paid by themselves.
 *
 * @param calendar without a first day and an hour: switched off
 * @param overrules whether it holds for those too that have pay days of their own
 * @param since when it was set; what was due before then is left alone
 * @param version 0 when there never was one
 */
public record PaySchedule(PayCalendar calendar, boolean overrules, Instant since, long version) {

    /** A school that never set one. */
    public static final PaySchedule NONE =
            new PaySchedule(new PayCalendar(14, null, null), false, null, 0);

    /** Tells whether anything is paid by it. */
    public boolean isOn() {
        return calendar.at() != null;
    }

    /** Returns the newest instant at which it pays, unless that was before its time. */
    public Optional<Instant> due(Instant now, ZoneId zone) {
        return calendar.due(now, zone).filter(due -> due.isAfter(since));
    }
}
