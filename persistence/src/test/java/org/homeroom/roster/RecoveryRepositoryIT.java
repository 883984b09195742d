package org.homeroom.roster;

import static org.homeroom.roster.RosterTables.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements of recoveries as the application's role runs them. */
class RecoveryRepositoryIT {

    private static final Instant END = NOW.plus(Duration.ofDays(5));
    private static final Duration HOUR = Duration.ofHours(1);

    private RosterTables tables;
    private RecoveryRepository recoveries;
    private UUID teacher;
    private UUID first;
    private UUID second;
    private UUID morning;

    @BeforeEach
    void meet() throws SQLException {
        tables = RosterTables.of(TestDatabase.get().newSchool());
        recoveries = tables.recoveries;
        teacher = tables.account("okello");
        tables.role(teacher, "teacher");
        first = tables.account("wanjiru");
        second = tables.account("baraka");
        morning = tables.openClass(teacher, "A");
        tables.sit(morning, first);
        tables.sit(tables.openClass(teacher, "B"), second);
        recoveries.setUp(teacher, "hash", NOW);
    }

    @AfterEach
    void rollBack() throws SQLException {
        tables.close();
    }

    @Test
    void studentsLeadToTheOneWhoTeachesAllOfThem() throws SQLException {
        assertEquals(List.of(new RecoveryProof(teacher, "hash")), teachers(first, second));
        assertEquals(List.of("B"), recoveries.periodsWithout(teacher, List.of(first)));
        assertEquals(List.of(), recoveries.periodsWithout(teacher, List.of(first, second)));
        assertEquals(2, recoveries.studentsOf(teacher));

        assertEquals(List.of(), teachers(first, tables.account("nobody")));
        tables.run("update roster_seat set left_at = now() where student_id = '" + second + "'");
        assertEquals(List.of(), teachers(first, second), "of today alone");
        recoveries.removeSetUp(teacher);
        assertEquals(List.of(), teachers(first));
    }

    @Test
    void whoIsMoreThanATeacherIsNotRecovered() throws SQLException {
        tables.role(teacher, "school_admin");

        assertEquals(List.of(), teachers(first, second));
    }

    @Test
    void studentsAreAskedUntilTheRequestEndsOrIsSettled() {
        UUID id = begin();

        RecoveryAsked asked = recoveries.asked(first, NOW).get(0);
        assertEquals(new RecoveryAsked(id, "okello", END, false, false), asked);
        assertEquals(List.of(), recoveries.asked(first, END));
        assertTrue(recoveries.code(id, first, "h", NOW));
        assertFalse(recoveries.code(id, first, "h2", NOW), "there is one already");
        assertTrue(recoveries.dismiss(id, second, NOW));
        assertFalse(recoveries.dismiss(id, teacher, NOW), "was not asked");

        recoveries.ask(id, List.of(first));
        assertEquals(List.of(new AskedStudent(first, "h")), recoveries.helpers(id));
        recoveries.voidCodes(id);
        assertEquals(List.of(new AskedStudent(first, null)), recoveries.helpers(id));

        recoveries.settle(id, "cancelled", NOW);
        assertEquals(List.of(), recoveries.asked(first, NOW));
        assertTrue(recoveries.unsettled(teacher).isEmpty());
    }

    @Test
    void whatIsSavedAndProvedIsSealedAndForgotten() throws SQLException {
        UUID id = begin();
        recoveries.save(id, "okello2", "123456 654321", "pin");

        RecoveryRow saved = recoveries.byToken(bytes("t")).orElseThrow();
        assertEquals("123456 654321", saved.saved());
        assertFalse(tables.text("select saved from roster_recovery").contains("123456"));

        recoveries.prove(id, "okello2", bytes("secret"));
        RecoveryRow proved = recoveries.lock(id).orElseThrow();
        assertEquals("proved", proved.state());
        assertNull(proved.saved());
        recoveries.reopen(id, bytes("other"));
        assertTrue(recoveries.byToken(bytes("t")).isEmpty(), "one token at a time");
        assertEquals("open", recoveries.lock(id).orElseThrow().state());

        recoveries.settle(id, "verified", NOW);
        RecoveryRow done = recoveries.lock(id).orElseThrow();
        assertNull(done.username());
        assertNull(done.sealedSecret());
        assertFalse(done.runs(NOW));
    }

    @Test
    void triesCountByTheHour() {
        byte[] subject = bytes("here");
        assertEquals(1, recoveries.take(subject, NOW, HOUR));
        assertEquals(2, recoveries.take(subject, NOW.plusSeconds(1), HOUR));
        recoveries.giveBack(subject);
        assertEquals(2, recoveries.take(subject, NOW.plusSeconds(2), HOUR));
        assertEquals(1, recoveries.take(subject, NOW.plus(HOUR), HOUR));
    }

    @Test
    void whoIsDeletedLeavesNothing() {
        UUID id = begin();

        assertEquals(1, recoveries.erase(second));
        assertEquals(2, recoveries.erase(teacher), "the request and what was said");

        assertTrue(recoveries.lock(id).isEmpty());
        assertEquals(new RecoverySetup(null, null, null), recoveries.state(teacher, NOW));
    }

    private UUID begin() {
        UUID id = UUID.randomUUID();
        recoveries.add(id, teacher, bytes("t"), NOW, END);
        recoveries.ask(id, List.of(first, second));
        return id;
    }

    private List<RecoveryProof> teachers(UUID... students) {
        return recoveries.teachersOf(List.of(students));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
