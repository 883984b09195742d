package org.homeroom.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.homeroom.identity.Roles;
import org.homeroom.roster.KnownRoster.Known;

/**
 * Writes a OneRoster 1.2 zip of what rosters made of schools. Of students' last names it holds the
 * initial, for no more is kept; reading it back changes nothing.
 */
final class OneRosterWriter {

    private static final String END = "\r\n";
    private static final Map<String, String> WORDS =
            Map.of(
                    Roles.STUDENT, "student",
                    Roles.TEACHER, "teacher",
                    Roles.SCHOOL_ADMIN, "siteAdministrator",
                    Roles.STAFF, "aide",
                    Roles.PARENT, "parent");
    // Every file that version 1.2 knows must be spoken of.
    private static final List<String> ABSENT =
            List.of(
                    "academicSessions",
                    "categories",
                    "classResources",
                    "courseResources",
                    "courses",
                    "demographics",
                    "lineItemLearningObjectiveIds",
                    "lineItems",
                    "lineItemScoreScales",
                    "resources",
                    "resultLearningObjectiveIds",
                    "results",
                    "resultScoreScales",
                    "scoreScales",
                    "userProfiles",
                    "userResources");

    private final Map<OneRosterTable, StringBuilder> files = new LinkedHashMap<>();

    /** Begins the files with their headers. */
    OneRosterWriter() {
        begin(OneRosterTable.ORGS, "name,type,identifier,parentSourcedId");
        begin(
                OneRosterTable.USERS,
                "enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,"
                        + "agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,"
                        + "preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,"
                        + "pronouns");
        begin(
                OneRosterTable.ROLES,
                "userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId");
        begin(
                OneRosterTable.CLASSES,
                "title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,"
                        + "subjects,subjectCodes,periods");
        begin(
                OneRosterTable.ENROLLMENTS,
                "classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate");
    }

    /** Adds a school; a person of several schools is written once, with a role in each. */
    void add(SourceSchool school, KnownRoster known, Map<String, SourcePerson> written) {
        String key = school.sourcedId();
        row(OneRosterTable.ORGS, key, school.name(), "school", "", "");
        for (Known<SourcePerson> row : sorted(known.people())) {
            SourcePerson person = row.value();
            if (written.putIfAbsent(person.sourcedId(), person) == null) {
                user(person, key);
            }
            int place = 0;
            for (String role : person.roles()) {
                row(
                        OneRosterTable.ROLES,
                        key + ":" + person.sourcedId() + ":" + role,
                        person.sourcedId(),
                        place++ == 0 ? "primary" : "secondary",
                        WORDS.get(role),
                        "",
                        "",
                        key,
                        "");
            }
        }
        for (Known<SourceClass> row : sorted(known.classes())) {
            SourceClass one = row.value();
            row(
                    OneRosterTable.CLASSES,
                    one.sourcedId(),
                    one.name(),
                    "",
                    "",
                    "",
                    "scheduled",
                    "",
                    key,
                    "",
                    "",
                    "",
                    one.period());
        }
        for (Known<SourceEnrollment> row : sorted(known.enrollments())) {
            SourceEnrollment one = row.value();
            row(
                    OneRosterTable.ENROLLMENTS,
                    one.sourcedId(),
                    one.classSourcedId(),
                    key,
                    one.personSourcedId(),
                    one.role(),
                    String.valueOf(one.primary()),
                    "",
                    "");
        }
    }

    private void user(SourcePerson person, String school) {
        List<String> cells = new ArrayList<>(List.of(String.valueOf(person.enters())));
        cells.add(person.username());
        cells.add("");
        cells.add(person.givenName());
        cells.add(person.isStudent() ? person.lastInitial() : person.familyName());
        for (int i = 0; i < 13; i++) {
            cells.add("");
        }
        cells.add(school);
        cells.add("");
        row(OneRosterTable.USERS, person.sourcedId(), cells.toArray(String[]::new));
    }

    /** Returns the zip. */
    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, OneRosterManifest.FILE, manifest());
            for (Map.Entry<OneRosterTable, StringBuilder> file : files.entrySet()) {
                put(zip, file.getKey().file(), file.getValue().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String manifest() {
        StringBuilder text = new StringBuilder("propertyName,value").append(END);
        text.append("manifest.version,1.0").append(END).append("oneroster.version,1.2").append(END);
        ABSENT.forEach(name -> text.append("file.").append(name).append(",absent").append(END));
        files.keySet()
                .forEach(
                        table ->
                                text.append("file.")
                                        .append(table.title())
                                        .append(",bulk")
                                        .append(END));
        return text.append("source.systemName,Homeroom").append(END).toString();
    }

    private void begin(OneRosterTable table, String columns) {
        files.put(
                table,
                new StringBuilder("sourcedId,status,dateLastModified,")
                        .append(columns)
                        .append(END));
    }

    private void row(OneRosterTable table, String id, String... cells) {
        StringBuilder line = files.get(table).append(cell(id)).append(",,");
        for (String cell : cells) {
            line.append(',').append(cell(cell));
        }
        line.append(END);
    }

    // A spreadsheet would run a text that begins like a formula.
    private static String cell(String value) {
        String harmless = value.matches("(?s)[=+\\-@].*") ? "'" + value : value;
        return harmless.matches("[^\",\\r\\n]*")
                ? harmless
                : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static <T> List<Known<T>> sorted(Map<String, Known<T>> rows) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().active())
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
