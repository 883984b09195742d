package org.homeroom.roster;

import static org.homeroom.roster.RosterTables.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A class that is over and comes back. */
class ArchiveRepositoryIT {

    private RosterTables tables;
    private UUID teacher;
    private UUID classId;
    private UUID student;

    @BeforeEach
    void fill() throws SQLException {
        tables = RosterTables.of(TestDatabase.get().newSchool());
        teacher = tables.account("okello");
        classId = tables.openClass(teacher, "A");
        student = tables.account("wanjiru");
        tables.sit(classId, student);
    }

    @AfterEach
    void rollBack() throws SQLException {
        tables.close();
    }

    @Test
    void anArchivedClassIsNoneOfTodayAndComesBackWithItsStudents() throws SQLException {
        UUID gone = tables.account("gone");
        tables.sit(classId, gone);
        left(gone);

        assertEquals(Optional.of(1), tables.archive.archive(classId, NOW));
        assertEquals(Optional.empty(), tables.archive.archive(classId, NOW), "it has ended");

        assertEquals(List.of(), tables.roster.taughtBy(teacher));
        assertEquals(List.of(), tables.roster.students(classId));
        ArchivedClass archived = tables.archive.find(classId).orElseThrow();
        assertEquals(NOW, archived.archivedAt());
        assertEquals(1, archived.students());
        assertTrue(tables.archive.reopen(classId));
        assertFalse(tables.archive.reopen(classId), "it is open");
        assertEquals(1, tables.roster.taughtBy(teacher).size());
        assertEquals(
                List.of(student),
                tables.roster.students(classId).stream().map(StudentRef::studentId).toList());
    }

    @Test
    void whoWasErasedMeanwhileStaysAway() throws SQLException {
        tables.archive.archive(classId, NOW);
        tables.run("update identity_account set erased_at = now() where id = '" + student + "'");

        assertEquals(0, tables.archive.find(classId).orElseThrow().students());
        tables.archive.reopen(classId);

        assertEquals(List.of(), tables.roster.students(classId));
    }

    @Test
    void whatIsClosedForGoodOrSourcedIsNotArchived() throws SQLException {
        tables.archive.archive(classId, NOW);
        UUID sourced = tables.openClass(teacher, "B");
        tables.run("update roster_class set sourced_id = 'b' where id = '" + sourced + "'");
        tables.archive.archive(sourced, NOW);
        assertEquals(1, tables.archive.list(teacher, false).size());
        assertTrue(tables.archive.isSourced(sourced));
        assertFalse(tables.archive.isSourced(classId));

        tables.closings.keep(UUID.randomUUID(), teacher, classId, "request", teacher, NOW, "{}");

        assertEquals(List.of(), tables.archive.list(teacher, false));
        assertEquals(Optional.empty(), tables.archive.find(classId));
        assertFalse(tables.archive.reopen(classId));
        assertFalse(tables.archive.reopen(sourced));
    }

    @Test
    void aListHoldsWhatThePersonTaughtUnlessItIsEverybodys() throws SQLException {
        tables.archive.archive(classId, NOW);
        UUID colleague = tables.account("achieng");

        assertEquals(List.of(), tables.archive.list(colleague, false));
        assertEquals(1, tables.archive.list(colleague, true).size());
    }

    @Test
    void aClaimThatWasBegunEndsWithTheClass() {
        SeatSecret free =
                new SeatSecret(
                        UUID.randomUUID(),
                        classId,
                        "Ann",
                        "M",
                        2017,
                        "claim",
                        new byte[16],
                        List.of("name"),
                        null);
        tables.seats.add(List.of(free), NOW);
        ClaimRow claim = new ClaimRow(UUID.randomUUID(), free.id(), NOW.plusSeconds(900));
        tables.claims.add(claim, NOW);

        tables.archive.archive(classId, NOW);

        assertEquals(Optional.empty(), tables.claims.live(claim.id(), NOW));
        tables.archive.reopen(classId);
        assertEquals(1, tables.roster.unclaimed(classId));
    }

    private void left(UUID account) throws SQLException {
        tables.run(
                "update roster_seat set left_at = '2026-09-01T00:00:00Z' where student_id = '"
                        + account
                        + "'");
    }
}
