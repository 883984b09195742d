package org.homeroom.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Standings follow the taps of very many students in one statement. */
class StandingIT {

    private static final Instant MORNING = Instant.parse("2026-10-13T16:00:00Z");
    private static final int STUDENTS = 20_000;

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
}
