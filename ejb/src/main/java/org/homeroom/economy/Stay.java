package org.homeroom.economy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeroom.attendance.Session;

/**
 * A student's time in a class within one day.
 *
 * @param day in the zone that the days are told in
 * @param open whether it lasts still
 */
public record Stay(UUID classId, LocalDate day, Instant from, Instant to, boolean open) {

    /** Returns how much time it is. */
    public long seconds() {
        return Duration.between(from, to).toSeconds();
    }

    /** Cuts a session at midnight; nothing for one without time. */
    static Stream<Stay> of(UUID classId, Session session, ZoneId zone) {
        if (session.seconds() <= 0) {
            return Stream.empty();
        }
        LocalDate last = LocalDate.ofInstant(session.to().minusNanos(1), zone);
        return LocalDate.ofInstant(session.from(), zone)
                .datesUntil(last.plusDays(1))
                .map(day -> within(classId, session, zone, day, day.equals(last)));
    }

    private static Stay within(
            UUID classId, Session session, ZoneId zone, LocalDate day, boolean last) {
        Instant midnight = day.atStartOfDay(zone).toInstant();
        Instant next = day.plusDays(1).atStartOfDay(zone).toInstant();
        return new Stay(
                classId,
                day,
                session.from().isBefore(midnight) ? midnight : session.from(),
                session.to().isBefore(next) ? session.to() : next,
                last && session.end() == null);
    }
}
