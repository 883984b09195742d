package org.homeroom.roster;

import static org.homeroom.roster.RosterTables.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The roster's statements as the application's role runs them. */
class RosterRepositoryIT {

    private RosterTables tables;
    private UUID teacher;
    private UUID classId;

    @BeforeEach
    void openClass() throws SQLException {
        tables = RosterTables.of(TestDatabase.get().newSchool());
        teacher = tables.account("okello");
        classId = tables.openClass(teacher, "A");
    }

    @AfterEach
    void rollBack() throws SQLException {
        tables.close();
    }

    @Test
    void findsAClassForThoseWhoBelongToIt() throws SQLException {
        UUID student = tables.account("wanjiru");
        UUID seat = seat("Wanjiru", 2017);
        tables.seats.take(seat, student, NOW);

        assertTrue(tables.roster.seenBy(teacher, false, classId).isPresent());
        assertTrue(tables.roster.seenBy(student, false, classId).isPresent());
        assertFalse(tables.roster.seenBy(UUID.randomUUID(), false, classId).isPresent());
        assertTrue(tables.roster.seenBy(UUID.randomUUID(), true, classId).isPresent());
    }

    @Test
    void takesTheSchoolsZoneUntilTheClassHasItsOwn() {
        assertEquals(
                ZoneId.of("America/Los_Angeles"), tables.roster.byId(classId).orElseThrow().zone());

        assertTrue(tables.roster.change(classId, "Maths", ZoneId.of("Africa/Nairobi"), 1));

        assertEquals(ZoneId.of("Africa/Nairobi"), tables.roster.byId(classId).orElseThrow().zone());
        assertFalse(tables.roster.change(classId, "Late", null, 1));
    }

    @Test
    void refusesASecondClassOfThePeriodAndAJoinCodeInUse() {
        String code = tables.roster.byId(classId).orElseThrow().joinCode();

        assertFalse(
                tables.roster.add(UUID.randomUUID(), "Again", "A", null, "ZZZZZ2", teacher, NOW));
        assertFalse(tables.roster.add(UUID.randomUUID(), "Other", "B", null, code, teacher, NOW));
    }

    @Test
    void resolvesAJoinCodeInItsOwnSchoolAlone() throws SQLException {
        String code = tables.roster.byId(classId).orElseThrow().joinCode();
        assertTrue(tables.roster.byJoinCode(code.toLowerCase(Locale.ROOT)).isPresent());
        tables.connection.commit();

        try (RosterTables elsewhere = RosterTables.of(TestDatabase.get().newSchool())) {
            assertEquals(Optional.empty(), elsewhere.roster.byJoinCode(code));
            assertEquals(Optional.empty(), elsewhere.roster.byId(classId));
            UUID other = elsewhere.account("otieno");
            assertFalse(
                    elsewhere.roster.add(UUID.randomUUID(), "Taken", "A", null, code, other, NOW));
        }
    }

    @Test
    void storesTwoThousandSeatsInOneStatementAndSkipsThosePresent() {
        List<SeatSecret> seats = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            seats.add(secret("Pupil" + i, 2017));
        }
        seats.add(secret("Pupil7", 2017));
        seats.add(secret("Pupil7", 2018));

        assertEquals(2_001, tables.seats.add(seats, NOW).size());
        assertEquals(Set.of(), tables.seats.add(seats, NOW));
        assertEquals(2_001, tables.roster.detail(classId).orElseThrow().seats());
    }

    @Test
    void givesASeatOnceAndAStudentOneSeatPerClass() throws SQLException {
        UUID student = tables.account("wanjiru");
        UUID seat = seat("Wanjiru", 2017);
        UUID second = seat("Wanjiru", 2018);

        assertTrue(tables.seats.take(seat, student, NOW));
        assertFalse(tables.seats.take(seat, student, NOW));
        assertEquals(
                List.of(new StudentRef(student, "Wanjiru", "M")), tables.roster.students(classId));
        assertEquals(List.of(), tables.seats.free(classId, 2017));
        assertThrows(IllegalStateException.class, () -> tables.seats.take(second, student, NOW));
    }

    @Test
    void correctsAFreeSeatUnlessThePupilHasAnother() throws SQLException {
        UUID seat = seat("Wanjiru", 2017);
        seat("Amina", 2018);

        assertFalse(tables.seats.correct(secret(seat, "Amina", 2018)));
        assertTrue(tables.seats.correct(secret(seat, "Wanja", 2019)));

        assertEquals(List.of(), tables.seats.free(classId, 2017));
        assertEquals("Wanja", tables.seats.free(classId, 2019).get(0).firstName());
        assertEquals(1, tables.seats.add(List.of(secret("Wanjiru", 2017)), NOW).size());
        assertEquals(Set.of(), tables.seats.add(List.of(secret("Wanja", 2019)), NOW));
        assertTrue(tables.seats.take(seat, tables.account("wanja"), NOW));
        assertFalse(tables.seats.correct(secret(seat, "Late", 2019)));
    }

    @Test
    void removesAFreeSeatWithItsClaims() throws SQLException {
        UUID seat = seat("Wanjiru", 2017);
        UUID taken = seat("Amina", 2017);
        tables.seats.take(taken, tables.account("amina"), NOW);
        ClaimRow claim = new ClaimRow(UUID.randomUUID(), seat, NOW.plusSeconds(900));
        tables.claims.add(claim, NOW);

        assertTrue(tables.seats.remove(seat));
        assertFalse(tables.seats.remove(taken));

        assertEquals(Optional.empty(), tables.claims.live(claim.id(), NOW));
        assertEquals(
                List.of(taken), tables.roster.seats(classId).stream().map(SeatRow::id).toList());
    }

    @Test
    void endsTheClaimsOfOneSeatAlone() {
        ClaimRow claim = new ClaimRow(UUID.randomUUID(), seat("Ann", 2017), NOW.plusSeconds(900));
        ClaimRow other = new ClaimRow(UUID.randomUUID(), seat("Bea", 2017), NOW.plusSeconds(900));
        tables.claims.add(claim, NOW);
        tables.claims.add(other, NOW);

        tables.claims.forget(claim.seatId());

        assertEquals(Optional.empty(), tables.claims.live(claim.id(), NOW));
        assertEquals(Optional.of(other), tables.claims.live(other.id(), NOW));
    }

    @Test
    void countsTheSeatsThatNobodyHasClaimed() throws SQLException {
        seat("Wanjiru", 2017);
        tables.seats.take(seat("Amina", 2018), tables.account("amina"), NOW);
        tables.openClass(teacher, "B");

        assertEquals(1, tables.roster.unclaimed(classId));
    }

    @Test
    void findsTheSamePupilInAnotherClass() throws SQLException {
        UUID student = tables.account("wanjiru");
        tables.seats.take(seat("Wanjiru", 2017), student, NOW);
        SeatSecret elsewhere =
                new SeatSecret(
                        UUID.randomUUID(),
                        tables.openClass(teacher, "B"),
                        "Wanjiru",
                        "M",
                        2017,
                        "claim",
                        new byte[16],
                        List.of("name"),
                        null);

        List<SeatSecret> like = tables.seats.takenLike(elsewhere);

        assertEquals(List.of(student), like.stream().map(SeatSecret::studentId).toList());
        assertEquals(List.of("name", "other"), like.get(0).lastNameHashes());
    }

    @Test
    void forgetsAClaimWhenItExpires() {
        ClaimRow claim = new ClaimRow(UUID.randomUUID(), seat("Ann", 2017), NOW.plusSeconds(900));
        tables.claims.add(claim, NOW);

        assertEquals(Optional.of(claim), tables.claims.live(claim.id(), NOW.plusSeconds(899)));
        assertEquals(Optional.empty(), tables.claims.live(claim.id(), NOW.plusSeconds(900)));
    }

    @Test
    void countsWrongClaimsInAWindow() {
        byte[] subject = {1, 2, 3};
        Duration window = Duration.ofMinutes(15);
        tables.claims.failed(subject, NOW, window);
        tables.claims.failed(subject, NOW.plusSeconds(60), window);

        assertEquals(2, tables.claims.failures(subject, NOW.minusSeconds(1)));
        tables.claims.failed(subject, NOW.plusSeconds(901), window);
        assertEquals(1, tables.claims.failures(subject, NOW.minusSeconds(1)));
    }

    @Test
    void keepsAReportAsItWas() {
        List<ImportRow> rows =
                List.of(
                        new ImportRow(
                                2,
                                classId,
                                ImportRow.ACCEPTED,
                                "CREATED",
                                null,
                                null,
                                "Ann D. has a seat."),
                        new ImportRow(
                                3,
                                null,
                                ImportRow.REJECTED,
                                "BAD_DATE",
                                "date_of_birth",
                                "13/45/2010",
                                "No."));
        ImportReport report =
                new ImportReport(
                        UUID.randomUUID(), classId, "list.csv", 1, 0, 1, NOW, rows, List.of());
        tables.imports.add(report, teacher);

        ImportReport kept = tables.imports.byId(report.id()).orElseThrow();

        assertEquals(rows, kept.rows());
        assertEquals(List.of(tables.roster.byId(classId).orElseThrow()), kept.classes());
        assertEquals(List.of(rows.get(1)), kept.problemsOnly().rows());
    }

    private UUID seat(String firstName, int dobSum) {
        SeatSecret seat = secret(firstName, dobSum);
        tables.seats.add(List.of(seat), NOW);
        return seat.id();
    }

    private SeatSecret secret(String firstName, int dobSum) {
        return secret(UUID.randomUUID(), firstName, dobSum);
    }

    private SeatSecret secret(UUID id, String firstName, int dobSum) {
        List<String> names = List.of("name", "other");
        return new SeatSecret(
                id, classId, firstName, "M", dobSum, "claim", new byte[16], names, null);
    }
}
