package org.homeroom.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of a OneRoster zip, and the code that each kind of broken one gets. */
class OneRosterReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 13);

    private final Findings findings = new Findings();

    @Test
    void readsASmallRosterWithoutAWord() {
        OneRosterContent content = read(OneRosterFiles.small().zip());

        assertEquals(List.of(), findings.kept());
        assertEquals("1.1", content.manifest().version());
        assertEquals("bulk", content.manifest().mode());
        assertEquals(new RosterDelivery.Counts(1, 2, 1, 2, 0), content.counts());
        assertEquals("2", content.classes().get(0).period());
    }

    @Test
    void keepsOfDemographicsTheBirthDateAlone() {
        byte[] zip =
                OneRosterFiles.small()
                        .replace("manifest.csv", "file.orgs", "file.demographics,bulk\nfile.orgs")
                        .put("demographics.csv", "sourcedId,birthDate,sex\ns1,2012-03-02,female\n")
                        .zip();

        assertEquals(Map.of("s1", LocalDate.of(2012, 3, 2)), read(zip).births());
        assertEquals(List.of("DEMOGRAPHICS_NOT_KEPT"), codes());
        assertTrue(findings.isSound());
    }

    @Test
    void takesTheApostropheOfAHarmlessExportAway() {
        byte[] zip = OneRosterFiles.small().replace("classes.csv", "Maths", "'=Maths").zip();

        assertEquals("=Maths", read(zip).classes().get(0).title());
    }

    @Test
    void leavesSignsOutThatAUsernameCannotHave() {
        OneRosterFiles files = OneRosterFiles.small().replace("users.csv", "asha", "d'asha");

        assertEquals("dasha", read(files.zip()).users().get(1).username());
        assertEquals(List.of("USERNAME_SHORTENED"), codes());
        assertTrue(findings.isSound());
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void givesEachKindOfBrokenFileItsCode(OneRosterFiles files, String code, Integer line) {
        read(files.zip());

        assertEquals(List.of(code), codes());
        assertEquals(line, findings.kept().get(0).line());
        assertEquals(1, findings.problems());
    }

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                Arguments.of(OneRosterFiles.small().without("manifest.csv"), "NO_MANIFEST", null),
                Arguments.of(
                        spoilt("manifest.csv", "version,1.1", "version,2.0"), "BAD_VERSION", 3),
                Arguments.of(spoilt("manifest.csv", "users,bulk", "users,most"), "BAD_MODE", 5),
                Arguments.of(OneRosterFiles.small().without("classes.csv"), "MISSING_FILE", 6),
                Arguments.of(
                        OneRosterFiles.small().put("courses.csv", "sourcedId\n"),
                        "UNDECLARED_FILE",
                        null),
                Arguments.of(spoilt("users.csv", "givenName", "given"), "MISSING_COLUMN", 1),
                Arguments.of(spoilt("users.csv", "s1,", "t1,"), "DUPLICATE_ID", 3),
                Arguments.of(spoilt("users.csv", "s1,", ","), "NO_ID", 3),
                Arguments.of(spoilt("users.csv", "asha", "!?"), "BAD_USERNAME", 3),
                Arguments.of(spoilt("users.csv", "Asha", "--"), "BAD_NAME", 3),
                Arguments.of(spoilt("users.csv", "student", "wizard"), "BAD_ROLE", 3),
                Arguments.of(spoilt("classes.csv", "Maths", ""), "NO_TITLE", 2),
                Arguments.of(spoilt("users.csv", "Asha", "As\u0000ha"), "NOT_TEXT", 3),
                Arguments.of(spoilt("users.csv", "Asha", "\"Asha"), "BAD_QUOTES", null),
                Arguments.of(
                        OneRosterFiles.small()
                                .put(
                                        "orgs.csv",
                                        "sourcedId,name,type\no1,\u00c9cole,school\n"
                                                .getBytes(StandardCharsets.ISO_8859_1)),
                        "NOT_UTF8",
                        2),
                Arguments.of(
                        OneRosterFiles.small().put("../users.csv", "sourcedId\n"),
                        "BAD_FILE_NAME",
                        null),
                Arguments.of(
                        OneRosterFiles.small().put("classes2.csv", new byte[32 << 20]),
                        "ZIP_BOMB",
                        null));
    }

    @Test
    void refusesWhatIsNoZip() {
        read("sourcedId,name".getBytes(StandardCharsets.UTF_8));

        assertEquals(List.of("NOT_A_ZIP"), codes());
    }

    @Test
    void refusesAZipThatEndsTooEarly() {
        byte[] whole = OneRosterFiles.small().zip();

        read(Arrays.copyOf(whole, 120));

        assertEquals(List.of("BROKEN_ZIP"), codes());
    }

    @Test
    void refusesMoreFilesThanAnyRosterHas() {
        OneRosterFiles files = OneRosterFiles.small();
        for (int i = 0; i < 60; i++) {
            files.put("f" + i + ".csv", "");
        }

        read(files.zip());

        assertEquals(List.of("TOO_MANY_FILES"), codes());
    }

    private OneRosterContent read(byte[] zip) {
        return OneRosterReader.read(zip, TODAY, findings);
    }

    private List<String> codes() {
        return findings.kept().stream().map(DeliveryProblem::code).toList();
    }

    private static OneRosterFiles spoilt(String file, String what, String with) {
        return OneRosterFiles.small().replace(file, what, with);
    }
}
