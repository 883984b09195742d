package org.homeroom.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody earns in a class that they have left. */
class DepartureIT {

    private static final Instant MORNING = Instant.parse("2026-10-13T16:00:00Z");
    private static final Instant NOON = Instant.parse("2026-10-13T19:00:00Z");

    private AttendanceTables tables;
    private UUID stays;
    private UUID leaves;

    @BeforeEach
    void bothAreIn() throws SQLException {
        tables = new AttendanceTables("America/Los_Angeles");
        UUID[] students = tables.students(2);
        stays = students[0];
        leaves = students[1];
        tables.tapAll(students, TapAction.IN, MORNING);
    }

    @AfterEach
    void rollBack() throws SQLException {
        tables.close();
    }

    @Test
    void whoLeavesIsTappedOutOnce() {
        leave(leaves);

        List<Tapped> out = tables.taps.closeDeparted(List.of(tables.classId), NOON);

        assertEquals(List.of(leaves), out.stream().map(Tapped::studentId).toList());
        assertTrue(tables.taps.closeDeparted(List.of(tables.classId), NOON).isEmpty());
        assertTrue(tables.seat(stays, NOON).isIn());
        assertEquals(3 * 3600, unpaid(leaves, NOON.plusSeconds(86_400)));
    }

    @Test
    void everyoneIsTappedOutOfAClassThatEnds() {
        tables.sql.update(
                "update roster_class set ended_at = ? where id = ?", NOON, tables.classId);

        assertEquals(2, tables.taps.closeDeparted(List.of(tables.classId), NOON).size());
        assertEquals(3 * 3600, unpaid(stays, NOON.plusSeconds(86_400)));
    }

    private void leave(UUID student) {
        tables.sql.update("update roster_seat set left_at = ? where student_id = ?", NOON, student);
    }

    private long unpaid(UUID student, Instant through) {
        return tables.boards.unpaid(tables.classId, through).stream()
                .filter(time -> time.studentId().equals(student))
                .findFirst()
                .orElseThrow()
                .seconds();
    }
}
