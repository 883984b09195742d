package org.homeroom.roster;

import static org.homeroom.roster.RosterTables.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

/** Families' statements as the application's role runs them. */
class GuardianRepositoryIT {

    private static final Instant END = NOW.plus(Duration.ofDays(14));

    private RosterTables tables;
    private GuardianRepository guardians;
    private UUID teacher;
    private UUID child;
    private UUID mother;

    @BeforeEach
    void meet() throws SQLException {
        tables = RosterTables.of(TestDatabase.get().newSchool());
        guardians = tables.guardians;
        teacher = tables.account("okello");
        child = tables.account("wanjiru");
        mother = tables.account("mercy");
    }

    @AfterEach
    void rollBack() throws SQLException {
        tables.close();
    }

    @Test
    void aCodeIsOpenUntilItsEndOrUntilSomebodyTakesIt() {
        UUID code = code("a");

        assertTrue(found("a").isOpen(END.minusSeconds(1)));
        assertFalse(found("a").isOpen(END));
        assertEquals(1, guardians.open(child, END.minusSeconds(1)).size());
        assertEquals(List.of(), guardians.open(child, END));

        guardians.take(code, mother, NOW);

        assertEquals("taken", found("a").state());
        assertFalse(found("a").isOpen(NOW));
        assertFalse(guardians.revoke(child, code, NOW), "what was taken stays taken");
    }

    @Test
    void aCodeTakenBackIsGoodForNothing() throws SQLException {
        UUID code = code("b");
        assertFalse(guardians.revoke(mother, code, NOW), "of another pupil");

        assertTrue(guardians.revoke(child, code, NOW));

        assertFalse(found("b").isOpen(NOW));
        assertFalse(guardians.revoke(child, code, NOW));
    }

    @Test
    void someoneFollowsOnceAndUntilItEnds() {
        assertTrue(guardians.link(child, mother, NOW));
        assertFalse(guardians.link(child, mother, NOW));

        assertEquals(GuardianRights.FULL, guardians.rights(mother, child));
        assertEquals(GuardianRights.NONE, guardians.rights(child, mother));
        assertEquals(
                List.of(new Child(child, "wanjiru", GuardianRights.FULL)),
                guardians.children(mother));
        assertEquals(
                List.of(new Guardian(mother, "mercy", NOW, GuardianRights.FULL, false)),
                guardians.guardians(child));

        assertTrue(guardians.unlink(child, mother));
        assertFalse(guardians.unlink(child, mother));
        assertEquals(GuardianRights.NONE, guardians.rights(mother, child));
    }

    @Test
    void rightsSayHowMuchAndOneIsTheFirst() throws SQLException {
        UUID father = tables.account("omar");
        guardians.link(child, mother, NOW);
        guardians.link(child, father, NOW);

        guardians.change(child, mother, GuardianRights.SUPERVISED, true);

        Guardian changed = guardians.lock(child, mother).orElseThrow();
        assertEquals(GuardianRights.SUPERVISED, changed.rights());
        assertTrue(changed.primary());
        assertEquals(GuardianRights.SUPERVISED, guardians.rights(mother, child));
        guardians.change(child, father, GuardianRights.NONE, false);
        assertEquals(List.of(), guardians.children(father), "none sees nothing");
        assertThrows(
                IllegalStateException.class,
                () -> guardians.change(child, father, GuardianRights.FULL, true),
                "there is a first one");
    }

    @Test
    void whoIsDeletedLeavesNoFamilyAndNoCode() throws SQLException {
        UUID other = tables.account("baraka");
        guardians.link(child, mother, NOW);
        guardians.link(other, mother, NOW);
        code("c");

        assertEquals(1, guardians.unlinkAll(child));
        assertEquals(1, guardians.deleteCodes(child));

        assertTrue(guardians.find(hash("c")).isEmpty());
        assertEquals(1, guardians.unlinkAll(mother));
        assertEquals(List.of(), guardians.guardians(other));
    }

    @Test
    void anotherSchoolKnowsNeitherCodeNorFamily() throws SQLException {
        code("d");
        guardians.link(child, mother, NOW);
        tables.connection.commit();

        try (RosterTables elsewhere = RosterTables.of(TestDatabase.get().newSchool())) {
            assertTrue(elsewhere.guardians.find(hash("d")).isEmpty());
            assertEquals(GuardianRights.NONE, elsewhere.guardians.rights(mother, child));
            assertFalse(elsewhere.guardians.unlink(child, mother));
        }
    }

    private UUID code(String text) {
        UUID id = UUID.randomUUID();
        guardians.add(id, child, hash(text), teacher, NOW, END);
        return id;
    }

    private GuardianCode found(String text) {
        return guardians.find(hash(text)).orElseThrow();
    }

    private static byte[] hash(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
