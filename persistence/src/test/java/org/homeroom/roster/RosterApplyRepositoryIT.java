package org.homeroom.roster;

import static org.homeroom.roster.RosterTables.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.TestDatabase;
import org.homeroom.roster.RosterApplyRepository.StagedPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a delivery's staged changes make of a school, as the application's role does it. */
class RosterApplyRepositoryIT {

    private static final PupilMarks MARKS =
            new PupilMarks(2017, "hash", "00112233445566778899aabbccddeeff", List.of("part"));

    private RosterTables tables;
    private SourcePerson teacher;
    private SourcePerson pupil;
    private UUID classId;

    @BeforeEach
    void applyTheFirst() throws SQLException {
        tables = RosterTables.of(TestDatabase.get().newSchool());
        classId = UUID.randomUUID();
        teacher = person("t1", tables.account("kamau"), "kamau", "teacher", null);
        pupil = person("s1", tables.account("asha"), "asha", "student", MARKS);
        apply(
                new StagedRoster(
                        List.of(teacher, pupil),
                        List.of(course(RosterChange.CREATED, "Maths")),
                        List.of(
                                place("e1", "t1", "teacher", RosterChange.CREATED),
                                place("e2", "s1", "student", RosterChange.CREATED))),
                NOW);
    }

    @AfterEach
    void rollBack() throws SQLException {
        tables.close();
    }

    @Test
    void aNewClassHasItsTeacherAndItsStudentsSeats() {
        assertEquals(teacher.accountId(), tables.roster.byId(classId).orElseThrow().teacherId());
        assertEquals(
                List.of(new StudentRef(pupil.accountId(), "Asha", "V")),
                tables.roster.students(classId));
    }

    @Test
    void whatIsKnownAfterwardsIsWhatWasStaged() {
        KnownRoster known = tables.known.read();

        assertEquals(pupil.as(null), lineless(known.people().get("s1").value()));
        assertEquals("Maths", known.classes().get("c1").value().name());
        assertTrue(
                known.enrollments()
                        .get("e2")
                        .value()
                        .saysTheSame(place("e2", "s1", "student", null)));
        assertEquals(2, KnownRoster.active(known.enrollments()));
    }

    @Test
    void whoLeavesKeepsTheSeatAndMayComeBack() {
        apply(
                new StagedRoster(
                        List.of(pupil.as(RosterChange.LEAVING)),
                        List.of(),
                        List.of(place("e2", "s1", "student", RosterChange.LEAVING))),
                NOW.plus(Duration.ofDays(1)));
        assertEquals(List.of(), tables.roster.students(classId));
        assertTrue(tables.roster.seenBy(pupil.accountId(), false, classId).isPresent());
        assertEquals(List.of(), tables.roster.seenBy(pupil.accountId(), false).classes());
        assertFalse(tables.known.read().people().get("s1").active());

        apply(
                new StagedRoster(
                        List.of(pupil.as(RosterChange.CHANGED)),
                        List.of(),
                        List.of(place("e2", "s1", "student", RosterChange.CHANGED))),
                NOW.plus(Duration.ofDays(2)));

        assertEquals(1, tables.roster.students(classId).size());
    }

    @Test
    void aClassThatPeopleClosedStaysClosed() {
        tables.closings.end(classId, NOW);
        tables.closings.keep(
                UUID.randomUUID(), null, classId, "request", teacher.accountId(), NOW, "{}");

        apply(
                new StagedRoster(
                        List.of(), List.of(course(RosterChange.CHANGED, "Algebra")), List.of()),
                NOW.plus(Duration.ofDays(1)));

        assertEquals(List.of(classId), tables.roster.ended(List.of(classId)));
    }

    @Test
    void aClassThatEndsIsNoLongerAmongThoseOfToday() {
        apply(
                new StagedRoster(
                        List.of(), List.of(course(RosterChange.LEAVING, "Maths")), List.of()),
                NOW.plus(Duration.ofDays(1)));

        assertEquals(List.of(), tables.roster.taughtBy(teacher.accountId()));
        assertTrue(tables.roster.byId(classId).isPresent());
        assertEquals(List.of(), tables.roster.students(classId));
    }

    @Test
    void aNameOfTheSourceWinsAndTheJoinCodeStays() {
        String code = tables.roster.byId(classId).orElseThrow().joinCode();

        apply(
                new StagedRoster(
                        List.of(), List.of(course(RosterChange.CHANGED, "Algebra")), List.of()),
                NOW.plus(Duration.ofDays(1)));

        assertEquals("Algebra", tables.roster.byId(classId).orElseThrow().name());
        assertEquals(code, tables.roster.byId(classId).orElseThrow().joinCode());
    }

    @Test
    void changesAreOutOfDateAsSoonAsOthersWereApplied() {
        StagedRoster none = new StagedRoster(List.of(), List.of(), List.of());
        UUID early = UUID.randomUUID();
        tables.stage.add(early, "o1", none, NOW.plus(Duration.ofHours(1)));
        assertTrue(tables.stage.isFresh(early));

        apply(none, NOW.plus(Duration.ofHours(2)));

        assertFalse(tables.stage.isFresh(early));
        assertFalse(tables.stage.isApplied(early));
    }

    @Test
    void namesTheFirstChangesForPeople() {
        UUID delivery = UUID.randomUUID();
        tables.stage.add(
                delivery,
                "o1",
                new StagedRoster(
                        List.of(),
                        List.of(),
                        List.of(place("e2", "s1", "student", RosterChange.LEAVING))),
                NOW);

        StagedRow row = tables.stage.rows(delivery, RosterChange.LEAVING, 5).get(0);

        assertEquals("enrollment", row.kind());
        assertEquals("asha \u00b7 Maths", row.name());
    }

    private void apply(StagedRoster staged, Instant now) {
        UUID delivery = UUID.randomUUID();
        tables.stage.add(delivery, "o1", staged, now);
        tables.apply.lock();
        tables.apply.putPeople(
                delivery,
                tables.apply.people(delivery).stream().map(StagedPerson::person).toList(),
                now);
        List<UUID> fresh = tables.apply.unopened(delivery);
        String[] codes = fresh.stream().map(id -> code(id)).toArray(String[]::new);
        tables.apply.openClasses(delivery, fresh.toArray(UUID[]::new), codes, now);
        assertEquals(List.of(), tables.apply.unopened(delivery));
        tables.apply.putClasses(delivery, now);
        tables.apply.putEnrollments(delivery, now);
        UUID[] touched = tables.apply.touched(delivery).toArray(UUID[]::new);
        tables.apply.putTeachers(touched);
        tables.apply.putSeats(touched, now);
        tables.stage.applied(delivery, now);
    }

    private static String code(UUID id) {
        return id.toString().replaceAll("[^2-9]", "").concat("ABCDEF").substring(0, 6);
    }

    private SourceClass course(RosterChange change, String name) {
        return new SourceClass("c1", 2, change, classId, name, "2");
    }

    private static SourceEnrollment place(
            String id, String person, String role, RosterChange change) {
        return new SourceEnrollment(id, 2, change, "c1", person, role, role.equals("teacher"));
    }

    private static SourcePerson person(
            String id, UUID account, String username, String role, PupilMarks marks) {
        return new SourcePerson(
                id,
                2,
                RosterChange.CREATED,
                account,
                username,
                List.of(role),
                marks == null ? "Njeri" : "Asha",
                marks == null ? "Kamau" : null,
                marks == null ? "K" : "V",
                marks,
                true);
    }

    private static SourcePerson lineless(SourcePerson known) {
        return new SourcePerson(
                known.sourcedId(),
                2,
                null,
                known.accountId(),
                known.username(),
                known.roles(),
                known.givenName(),
                known.familyName(),
                known.lastInitial(),
                known.marks(),
                known.enters());
    }
}
