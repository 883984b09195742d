package org.homeroom.roster;

import static org.homeroom.roster.RosterTables.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements of closing as the application's role runs them. */
class ClosingRepositoryIT {

    private RosterTables tables;
    private ClosingRepository closings;
    private UUID teacher;
    private UUID colleague;
    private UUID morning;
    private UUID shared;
    private UUID alone;

    @BeforeEach
    void meet() throws SQLException {
        tables = RosterTables.of(TestDatabase.get().newSchool());
        closings = tables.closings;
        teacher = tables.account("okello");
        colleague = tables.account("achieng");
        tables.role(teacher, "teacher");
        tables.role(colleague, "teacher");
        shared = tables.account("wanjiru");
        alone = tables.account("baraka");
        morning = tables.openClass(teacher, "A");
        UUID noon = tables.openClass(teacher, "B");
        UUID theirs = tables.openClass(colleague, "A");
        tables.sit(morning, shared);
        tables.sit(morning, alone);
        tables.sit(noon, shared);
        tables.sit(theirs, shared);
    }

    @AfterEach
    void rollBack() throws SQLException {
        tables.close();
    }

    @Test
    void studentsCountOnceForEachTeacher() throws SQLException {
        tables.run(
                "insert into audit_entry (action, subject_type, subject_id) values"
                        + " ('identity.signed_in', 'account', '"
                        + teacher
                        + "')");

        List<TeacherLine> teachers = closings.teachers();

        assertEquals(
                List.of("achieng", "okello"), teachers.stream().map(TeacherLine::name).toList());
        assertNull(teachers.get(0).lastSignIn());
        TeacherLine okello = teachers.get(1);
        assertTrue(okello.lastSignIn() != null);
        assertEquals(2, okello.students(), "one of them in both periods");
        assertEquals(
                List.of(2, 1),
                okello.periods().stream().map(TeacherLine.Period::students).toList());
        assertEquals(new SchoolCounts(2, 3, 2, 0, 0), closings.counts());
    }

    @Test
    void aWishWaitsOnceUntilItIsDecided() {
        ClassRef of = tables.roster.byId(morning).orElseThrow();
        UUID id = UUID.randomUUID();
        assertTrue(closings.ask(id, teacher, "period", of, "Moving", NOW));
        assertFalse(closings.ask(UUID.randomUUID(), teacher, "period", of, null, NOW));
        assertTrue(closings.ask(UUID.randomUUID(), teacher, "account", null, null, NOW));
        assertFalse(closings.ask(UUID.randomUUID(), teacher, "account", null, null, NOW));

        DeletionRequest found = closings.find(id).orElseThrow();
        assertEquals("Moving", found.reason());
        assertTrue(found.isPending());
        assertTrue(closings.teachers().get(1).accountRequested());
        assertTrue(closings.teachers().get(1).periods().get(0).requested());
        assertTrue(closings.resolve(id, "rejected", colleague, NOW));
        assertFalse(closings.resolve(id, "approved", colleague, NOW));
        assertTrue(closings.ask(UUID.randomUUID(), teacher, "period", of, null, NOW), "once more");
        assertEquals(3, closings.of(teacher).size());
        assertEquals(List.of(), closings.of(colleague));
    }

    @Test
    void whoHasAnotherClassStays() {
        assertEquals(Optional.of(List.of(alone)), closings.end(morning, NOW));
        assertEquals(Optional.empty(), closings.end(morning, NOW), "it has ended");
        assertEquals(List.of(), tables.roster.students(morning));
        assertEquals(1, tables.roster.taughtBy(teacher).size());
    }

    @Test
    void whatWasClosedIsKept() {
        UUID id = UUID.randomUUID();
        closings.keep(id, teacher, morning, "request", colleague, NOW, "{\"gone\": []}");

        Closing kept = closings.closings().get(0);
        assertEquals("period", kept.kind());
        assertEquals("request", kept.ground());
        assertTrue(kept.receipt().contains("gone"));
    }
}
