package org.homeroom.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.homeroom.privacy.InstallationKeys;
import org.homeroom.roster.KnownRoster.Known;
import org.homeroom.roster.KnownRoster.NamedAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a roster changes in a school that knows nothing, the same, or something else. */
class RosterDifferenceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 13);
    private static final SourceSchool SCHOOL =
            new SourceSchool(UUID.randomUUID(), "Hillside", null);

    private final Recognition recognition =
            new Recognition(
                    new InstallationKeys(
                            Map.of(InstallationKeys.PEPPER, "0123456789abcdef0123456789abcdef")));
    private Findings findings = new Findings();

    @Test
    void createsEverythingInASchoolThatKnowsNothing() {
        StagedRoster first = compare(OneRosterFiles.small(), KnownRoster.EMPTY);

        assertTrue(findings.isSound());
        assertEquals(List.of("CREATED", "CREATED"), changes(first.people(), SourcePerson::change));
        assertEquals(List.of("CREATED"), changes(first.classes(), SourceClass::change));
        assertEquals(2, first.enrollments().size());
        SourcePerson pupil = first.people().get(1);
        assertEquals("Asha V.", pupil.displayName());
        assertNull(pupil.familyName());
        assertEquals(3, pupil.marks().lastNameHashes().size());
    }

    @Test
    void changesNothingWhenTheSameComesAgain() {
        assertEmpty(compare(OneRosterFiles.small(), known(OneRosterFiles.small())));
    }

    @Test
    void changesNothingWhenOnlyTheInitialOfALastNameComesBack() {
        OneRosterFiles exported = OneRosterFiles.small().replace("users.csv", "Van Der Berg", "V");

        assertEmpty(compare(exported, known(OneRosterFiles.small())));
    }

    @Test
    void letsLeaveWhoIsLeftOutInBulk() {
        OneRosterFiles fewer =
                OneRosterFiles.small()
                        .replace("users.csv", "s1,,true,o1,student,asha,Asha,Van Der Berg\n", "")
                        .replace("enrollments.csv", "e2,,c1,o1,s1,student,\n", "");

        StagedRoster staged = compare(fewer, known(OneRosterFiles.small()));

        assertEquals(List.of("LEAVING"), changes(staged.people(), SourcePerson::change));
        assertEquals(List.of("LEAVING"), changes(staged.enrollments(), SourceEnrollment::change));
    }

    @Test
    void letsLeaveInDeltaOnlyWhoIsMarked() {
        OneRosterFiles delta =
                OneRosterFiles.small()
                        .replace("manifest.csv", "bulk", "delta")
                        .put("users.csv", "sourcedId,status,givenName,familyName\n")
                        .put("classes.csv", "sourcedId,status,title,schoolSourcedId\n")
                        .put(
                                "enrollments.csv",
                                "sourcedId,status,classSourcedId,userSourcedId,role\n"
                                        + "e2,tobedeleted,c1,s1,student\n");

        StagedRoster staged = compare(delta, known(OneRosterFiles.small()));

        assertEquals(List.of(), findings.kept());
        assertEquals(List.of(), staged.people());
        assertEquals(List.of("LEAVING"), changes(staged.enrollments(), SourceEnrollment::change));
    }

    @Test
    void readsRolesOfVersion12() {
        OneRosterFiles newer =
                OneRosterFiles.small()
                        .replace("manifest.csv", "version,1.1", "version,1.2\nfile.roles,bulk")
                        .put(
                                "users.csv",
                                "sourcedId,username,givenName,familyName\nt1,kamau,Njeri,Kamau\n"
                                        + "s1,asha,Asha,Van Der Berg\n")
                        .put(
                                "roles.csv",
                                "sourcedId,userSourcedId,roleType,role,orgSourcedId\n"
                                        + "r1,t1,primary,teacher,o1\nr2,s1,primary,student,o1\n");

        assertEmpty(compare(newer, known(OneRosterFiles.small())));
    }

    @ParameterizedTest
    @CsvSource({
        "users.csv, 't1,,true,o1', 't1,,true,o9', UNKNOWN_REFERENCE",
        "classes.csv, 'M1,o1', 'M1,o9', UNKNOWN_REFERENCE",
        "enrollments.csv, 'e2,,c1', 'e2,,c9', UNKNOWN_REFERENCE",
        "enrollments.csv, 'o1,s1', 'o1,s9', UNKNOWN_REFERENCE",
        "enrollments.csv, 's1,student', 's1,teacher', ROLE_MISMATCH",
        "users.csv, 'asha', 'kamau', DUPLICATE_USERNAME"
    })
    void findsWhatDoesNotFitTogether(String file, String what, String with, String code) {
        compare(OneRosterFiles.small().replace(file, what, with), KnownRoster.EMPTY);

        assertEquals(code, findings.kept().get(0).code());
        assertTrue(findings.kept().get(0).line() > 1);
    }

    @Test
    void refusesANameThatSomebodyElseHas() {
        KnownRoster taken =
                new KnownRoster(
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("asha", new NamedAccount(UUID.randomUUID(), false)));

        compare(OneRosterFiles.small(), taken);

        assertEquals("USERNAME_TAKEN", findings.kept().get(0).code());
    }

    @Test
    void takesOverAnAccountOfTheSameNameAndKind() {
        UUID account = UUID.randomUUID();
        KnownRoster local =
                new KnownRoster(
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("asha", new NamedAccount(account, true)));

        StagedRoster staged = compare(OneRosterFiles.small(), local);

        assertEquals(account, staged.people().get(1).accountId());
        assertEquals(RosterChange.CHANGED, staged.people().get(1).change());
    }

    private StagedRoster compare(OneRosterFiles files, KnownRoster known) {
        findings = new Findings();
        OneRosterContent content = OneRosterReader.read(files.zip(), TODAY, findings);
        SchoolPart part = new SchoolPart("o1", SCHOOL, known);
        RosterSplit.divide(content, List.of(part), Set.of(), findings);
        return RosterDifference.of(content, part, recognition, findings);
    }

    private KnownRoster known(OneRosterFiles files) {
        StagedRoster staged = compare(files, KnownRoster.EMPTY);
        Map<String, NamedAccount> names = new HashMap<>();
        staged.people()
                .forEach(
                        person ->
                                names.put(
                                        person.username().toLowerCase(Locale.ROOT),
                                        new NamedAccount(person.accountId(), person.isStudent())));
        return new KnownRoster(
                byId(staged.people(), SourcePerson::sourcedId),
                byId(staged.classes(), SourceClass::sourcedId),
                byId(staged.enrollments(), SourceEnrollment::sourcedId),
                names);
    }

    private static <T> Map<String, Known<T>> byId(List<T> rows, Function<T, String> id) {
        Map<String, Known<T>> found = new HashMap<>();
        rows.forEach(row -> found.put(id.apply(row), new Known<>(row, true)));
        return found;
    }

    private void assertEmpty(StagedRoster staged) {
        assertEquals(List.of(), findings.kept());
        assertEquals(new StagedRoster(List.of(), List.of(), List.of()), staged);
    }

    private static <T> List<String> changes(List<T> rows, Function<T, RosterChange> change) {
        return rows.stream().map(row -> change.apply(row).name()).toList();
    }
}
