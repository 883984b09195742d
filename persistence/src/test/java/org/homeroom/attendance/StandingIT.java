package org.homeroom.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.TestDatabase;
import org.junit.jupiter.api.Test;

/** Standings follow the taps of very many students in one statement. */
class StandingIT {

    private static final Instant MORNING = Instant.parse("2026-10-13T16:00:00Z");
    private static final int STUDENTS = 20_000;

    // And whatever other tests have left there, the table is as large as this one's taps.
    private static final String FORGET_ANALYSIS =
            """
            alter table homeroom.attendance_tap set (autovacuum_enabled = false);
            delete from pg_statistic where starelid = 'homeroom.attendance_tap'::regclass;
            update pg_class set reltuples = 8000, relpages =
                pg_relation_size(oid) / current_setting('block_size')::int
              where oid = 'homeroom.attendance_tap'::regclass
            """;
    private static final String ANALYSED =
            "select from pg_statistic where starelid = 'homeroom.attendance_tap'::regclass";

    /** The teacher's list of classes and the board of each say the same, at any time of any day. */
    @Test
    void theSumsOfAClassAreThoseOfItsSeats() throws SQLException {
        try (AttendanceTables tables = new AttendanceTables("America/Los_Angeles")) {
            assertEquals(List.of(), tables.boards.sums(List.of(tables.classId), MORNING));
            UUID[] students = tables.students(3);
            tables.tap(students[0], TapAction.IN, MORNING);
            tables.tap(students[1], TapAction.IN, MORNING);
            tables.tap(students[1], TapAction.OUT, MORNING.plusSeconds(1801));
            requireSameSums(tables, false);

            tables.sql.update(
                    "insert into payroll_settings (school_id, class_id, daily_limit_minutes)"
                            + " values (current_school(), ?, 60)",
                    tables.classId);
            requireSameSums(tables, true);

            tables.sql.update(
                    """
                    insert into payroll_rule (school_id, id, class_id, number, rounding, rounding_seconds)
                    values (current_school(), ?, ?, 1, 'up', 900)
                    """,
                    tables.classId,
                    tables.classId);
            tables.sql.update("update payroll_settings set rule_id = class_id");
            requireSameSums(tables, true);
        }
    }

    private static void requireSameSums(AttendanceTables tables, boolean limited) {
        for (long later : new long[] {60, 1801, 3599, 3600, 86_000, 90_000}) {
            Instant now = MORNING.plusSeconds(later);
            List<SeatNow> seats = tables.boards.ofClass(tables.classId, now);
            ClassNow expected =
                    new ClassNow(
                            tables.classId,
                            3,
                            seats.stream().filter(SeatNow::isIn).count(),
                            seats.stream().mapToLong(SeatNow::unpaidSeconds).sum(),
                            seats.stream().mapToLong(SeatNow::unpaidMinor).sum(),
                            seats.stream().anyMatch(seat -> seat.mayBeDue(now)));
            assertEquals(
                    List.of(expected),
                    tables.boards.sums(List.of(tables.classId), now),
                    "" + later);
            assertEquals(limited && later >= 3600, expected.mayBeDue(), "" + later);
        }
    }

    /** Minutes when every student is compared with every other; seconds otherwise. */
    @Test
    void twentyThousandStudentsTapAtOnce() throws SQLException {
        try (AttendanceTables tables = new AttendanceTables("America/Los_Angeles")) {
            UUID[] students = tables.students(STUDENTS);

            assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> {
                        tables.tapAll(students, TapAction.IN, MORNING);
                        tables.tapAll(students, TapAction.OUT, MORNING.plusSeconds(1800));
                    });

            List<Long> sums =
                    tables.sql.list(
                            "select sum(closed_unpaid_seconds), sum(closed_day_seconds)"
                                    + " from attendance_standing where not is_in",
                            row -> row.getLong(1) + row.getLong(2));
            assertEquals(List.of(2 * 1800L * STUDENTS), sums);
        }
    }

    /**
     * Joined with what was tapped, all taps of the class are read, as long as nobody has analysed
     * the table.
     */
    @Test
    void aTapReadsFewOfTheOthers() throws SQLException {
        try (AttendanceTables tables = new AttendanceTables("America/Los_Angeles")) {
            UUID[] students = tables.students(100);
            tables.tapOften(students, 80, MORNING);
            tables.commit();
            try (Connection superuser = TestDatabase.get().superuser();
                    Statement statement = superuser.createStatement();
                    AttendanceTables planning = tables.beside()) {
                statement.execute(FORGET_ANALYSIS);
                long before = planning.tapsRead();

                planning.tap(students[0], TapAction.IN, MORNING.plus(Duration.ofDays(9)));

                long read = planning.tapsRead() - before;
                try (ResultSet analysed = statement.executeQuery(ANALYSED)) {
                    assertFalse(analysed.next(), "somebody has analysed the table meanwhile");
                }
                assertTrue(read < 100, "read " + read);
            } finally {
                leaveNoTrace();
            }
        }
    }

    // As if never analysed: plans for so few students would not do for the next test's many.
    private static void leaveNoTrace() throws SQLException {
        try (Connection superuser = TestDatabase.get().superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    """
                    alter table homeroom.attendance_tap reset (autovacuum_enabled);
                    update pg_class set reltuples = -1, relpages = 0
                      where oid = 'homeroom.attendance_tap'::regclass
                    """);
        }
    }
}
