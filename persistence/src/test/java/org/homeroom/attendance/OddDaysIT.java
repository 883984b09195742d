package org.homeroom.attendance;

import static org.homeroom.attendance.AttendanceTables.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time, standing and daily limit on days on which clocks are put forward or back, or are not. */
class OddDaysIT {

    /** The hours of the day stand beside it: half an hour is what Lord Howe shifts by. */
    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2026-03-08, 23.0",
        "America/Los_Angeles, 2026-11-01, 25.0",
        "Africa/Nairobi,      2026-03-29, 24.0",
        "Europe/Berlin,       2026-03-29, 23.0",
        "Europe/Berlin,       2026-10-25, 25.0",
        "Australia/Lord_Howe, 2026-10-04, 23.5",
        "Australia/Lord_Howe, 2026-04-05, 24.5"
    })
    void aDayCountsTheHoursThatItHas(ZoneId zone, LocalDate day, double hours) throws SQLException {
        try (AttendanceTables tables = new AttendanceTables(zone.getId())) {
            UUID student = tables.students(1)[0];
            Instant midnight = day.atStartOfDay(zone).toInstant();
            Instant next = day.plusDays(1).atStartOfDay(zone).toInstant();
            long whole = Math.round(hours * 3600);
            tables.tap(student, TapAction.IN, midnight.minusSeconds(600));

            assertEquals(whole - 60, tables.seat(student, next.minusSeconds(60)).todaySeconds());
            tables.tap(student, TapAction.OUT, next.plusSeconds(60));

            assertEquals(whole, tables.seconds(student, midnight, next));
            assertEquals(60, tables.seat(student, next.plusSeconds(300)).todaySeconds());
            assertEquals(
                    600 + whole + 60, tables.seat(student, next.plusSeconds(300)).unpaidSeconds());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2026-03-08",
        "America/Los_Angeles, 2026-11-01",
        "Africa/Nairobi,      2026-03-29",
        "Europe/Berlin,       2026-03-29",
        "Europe/Berlin,       2026-10-25",
        "Australia/Lord_Howe, 2026-10-04",
        "Australia/Lord_Howe, 2026-04-05"
    })
    void theLimitCountsTimeThatPassed(ZoneId zone, LocalDate day) throws SQLException {
        try (AttendanceTables tables = new AttendanceTables(zone.getId())) {
            tables.limit(240);
            UUID student = tables.students(1)[0];
            Instant began = at(day + "T00:30:00", zone);
            tables.tap(student, TapAction.IN, began);
            tables.tap(student, TapAction.OUT, began.plus(Duration.ofHours(3)));
            Instant again = at(day + "T09:00:00", zone);
            tables.tap(student, TapAction.IN, again);

            List<UUID> classes = List.of(tables.classId);
            Instant due = again.plus(Duration.ofHours(1));
            assertEquals(List.of(), tables.taps.closeAtLimit(classes, null, due.minusSeconds(1)));
            List<Tapped> closed = tables.taps.closeAtLimit(classes, null, due.plusSeconds(1800));

            assertEquals(List.of(due), closed.stream().map(Tapped::at).toList());
            assertFalse(tables.seat(student, due.plusSeconds(1800)).isIn());
            assertEquals(4 * 3600, tables.seat(student, due.plusSeconds(1800)).todaySeconds());
        }
    }
}
