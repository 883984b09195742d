package org.homeroom.attendance;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A student in a class at one instant, and what is not paid yet.
 *
 * @param tapEnabled whether the teacher lets this student tap here
 * @param zone the class's time zone, in which its days begin
 * @param since begin of the open session, or the last tap-out; null before the first tap
 * @param reason of the last tap, null when it had none
 * @param doneToday whether the student has said "done" on this local day
 * @param dailyLimitMinutes null when there is no limit
 * @param todaySeconds time worked on this local day, the open session included
 * @param unpaidSeconds time not paid yet, the open session included
 * @param unpaidMinor what the next pay run gives as things are: for that time, for the marks of
 *     days and for corrections of what was paid, in hundredths of a token; below zero when it takes
 */
public record SeatNow(
        UUID classId,
        UUID studentId,
        String firstName,
        String lastInitial,
        boolean tapEnabled,
        ZoneId zone,
        boolean isIn,
        Instant since,
        String reason,
        boolean doneToday,
        Integer dailyLimitMinutes,
        long todaySeconds,
        long unpaidSeconds,
        long unpaidMinor)
        implements Standing {}
