package org.homeroom.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.roster.ClassRef;

/**
 * One local day of a class.
 *
 * @param seats the students by name, as they stand now
 * @param taps of the day, in the order they happened
 * @param seconds time in class on that day, of students with any
 */
public record AttendanceDay(
        ClassRef classRef,
        LocalDate day,
        List<SeatNow> seats,
        List<TapEvent> taps,
        Map<UUID, Long> seconds) {}
