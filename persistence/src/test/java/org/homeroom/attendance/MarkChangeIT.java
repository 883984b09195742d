package org.homeroom.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.identity.TestNames;
import org.junit.jupiter.api.Test;

/** Marks that took the place of others. */
class MarkChangeIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 12);
    private static final Instant NOON = Instant.parse("2026-10-14T19:00:00Z");

    @Test
    void aChangeHasBothValuesAndItsReason() throws SQLException {
        try (AttendanceTables tables = new AttendanceTables("America/Los_Angeles")) {
            MarkRepository marks = new MarkRepository();
            marks.sql = tables.sql;
            marks.seats = tables.boards.names;
            marks.accounts = TestNames.accounts();
            UUID[] students = tables.students(2);
            UUID by = students[1];
            Map<UUID, Mark> absent = Map.of(students[0], Mark.ABSENT, by, Mark.ABSENT);
            marks.add(tables.classId, MONDAY, absent, Map.of(), null, by, NOON);
            // Only the note is another.
            Map<UUID, String> note = Map.of(by, "Called in");
            marks.add(tables.classId, MONDAY, Map.of(by, Mark.ABSENT), note, null, by, NOON);
            assertEquals(List.of(), marks.changes(tables.classId, null, null, null, 10));

            marks.add(
                    tables.classId,
                    MONDAY,
                    Map.of(students[0], Mark.LATE),
                    Map.of(),
                    "Came at ten",
                    by,
                    NOON.plusSeconds(60));
            marks.add(
                    tables.classId,
                    MONDAY,
                    Map.of(students[0], Mark.PRESENT),
                    Map.of(),
                    null,
                    by,
                    NOON.plusSeconds(120));

            List<MarkChange> changes = marks.changes(tables.classId, null, MONDAY, MONDAY, 10);
            assertEquals(
                    List.of(Mark.LATE, Mark.ABSENT),
                    changes.stream().map(MarkChange::before).toList());
            assertEquals(
                    List.of(Mark.PRESENT, Mark.LATE),
                    changes.stream().map(MarkChange::mark).toList());
            assertNull(changes.get(0).reason());
            assertEquals("Came at ten", changes.get(1).reason());
            assertEquals(NOON.plusSeconds(60), changes.get(1).changedAt());
            assertEquals(List.of(), marks.changes(tables.classId, by, null, null, 10));
            assertEquals(
                    List.of(), marks.changes(tables.classId, null, MONDAY.plusDays(1), null, 10));
            assertEquals(
                    List.of(), marks.changes(tables.classId, null, null, MONDAY.minusDays(1), 10));
            assertEquals(1, marks.changes(tables.classId, students[0], null, null, 1).size());
        }
    }
}
