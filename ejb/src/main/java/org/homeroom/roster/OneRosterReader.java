package org.homeroom.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.homeroom.roster.OneRosterContent.Course;
import org.homeroom.roster.OneRosterContent.Org;
import org.homeroom.roster.OneRosterContent.Place;
import org.homeroom.roster.OneRosterContent.Role;
import org.homeroom.roster.OneRosterContent.User;

/** Reads the files of a OneRoster zip, versions 1.1 and 1.2, row by row. */
final class OneRosterReader {

    private static final int LONGEST_ID = 255;
    private static final Set<String> GONE = Set.of("tobedeleted", "inactive");
    private static final Set<String> PLACES = Set.of("student", "teacher");

    private final LocalDate today;
    private final Findings findings;
    private final Map<OneRosterTable, CsvTable> tables = new EnumMap<>(OneRosterTable.class);
    private final Map<OneRosterTable, Set<String>> ids = new EnumMap<>(OneRosterTable.class);
    private final OneRosterRoles vocabulary;

    private OneRosterReader(LocalDate today, Findings findings) {
        this.today = today;
        this.findings = findings;
        this.vocabulary = new OneRosterRoles(findings);
    }

    /**
     * Reads a zip; problems are among the findings.
     *
     * @param today in the installation's earliest zone, for birth dates
     */
    static OneRosterContent read(byte[] zip, LocalDate today, Findings findings) {
        Map<String, byte[]> files = OneRosterZip.open(zip, findings);
        if (files.isEmpty()) {
            if (findings.isSound()) {
                findings.problem(null, null, "NOT_A_ZIP", "The zip is empty.");
            }
            return nothing();
        }
        return new OneRosterReader(today, findings).read(files);
    }

    private static OneRosterContent nothing() {
        return new OneRosterContent(
                new OneRosterManifest(null, Map.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                new RosterDelivery.Counts(0, 0, 0, 0, 0));
    }

    private OneRosterContent read(Map<String, byte[]> files) {
        OneRosterManifest manifest = OneRosterManifest.read(files, findings);
        for (OneRosterTable table : manifest.modes().keySet()) {
            byte[] content = files.get(table.file().toLowerCase(Locale.ROOT));
            tables.put(table, CsvTable.read(table.file(), content, table.columns(), findings));
        }
        files.keySet().stream()
                .filter(name -> !name.equals(OneRosterManifest.FILE))
                .filter(name -> OneRosterTable.of(name).isEmpty())
                .forEach(
                        name ->
                                findings.note(
                                        name,
                                        null,
                                        "NOT_READ",
                                        "Homeroom does not use this file."));
        List<User> users = rows(OneRosterTable.USERS, this::user);
        return new OneRosterContent(
                manifest,
                rows(OneRosterTable.ORGS, this::org),
                users,
                roles(manifest),
                rows(OneRosterTable.CLASSES, this::course),
                rows(OneRosterTable.ENROLLMENTS, this::place),
                births(),
                ids,
                new RosterDelivery.Counts(
                        count(OneRosterTable.ORGS),
                        count(OneRosterTable.USERS),
                        count(OneRosterTable.CLASSES),
                        count(OneRosterTable.ENROLLMENTS),
                        count(OneRosterTable.SESSIONS)));
    }

    /** Reads the rows that have a sourcedId of their own; a reader may return null for none. */
    private <T> List<T> rows(OneRosterTable table, Function<CsvTable.Row, T> reader) {
        List<T> read = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (CsvTable.Row row : table(table).rows()) {
            String id = row.get("sourcedId");
            Integer earlier = lines.putIfAbsent(id, row.line());
            if (id.isEmpty() || id.length() > LONGEST_ID) {
                findings.problem(
                        table.file(),
                        row.line(),
                        "NO_ID",
                        "This row needs a sourcedId of 1 to 255 signs.");
            } else if (earlier != null) {
                findings.problem(
                        table.file(),
                        row.line(),
                        "DUPLICATE_ID",
                        "sourcedId " + id + " is on line " + earlier + " already.");
            } else {
                T one = reader.apply(row);
                if (one != null) {
                    read.add(one);
                }
            }
        }
        ids.put(table, lines.keySet());
        return read;
    }

    private Org org(CsvTable.Row row) {
        return new Org(
                row.line(),
                row.get("sourcedId"),
                leaves(OneRosterTable.ORGS, row),
                PersonName.clean(row.get("name")),
                row.get("type").toLowerCase(Locale.ROOT),
                row.get("parentSourcedId"));
    }

    private User user(CsvTable.Row row) {
        String id = row.get("sourcedId");
        String given = name(row, "givenName");
        String family = name(row, "familyName");
        String username = username(row);
        boolean leaves = leaves(OneRosterTable.USERS, row);
        if (!leaves && (given == null || family == null || username == null)) {
            return null;
        }
        return new User(
                row.line(),
                id,
                leaves,
                !row.get("enabledUser").equalsIgnoreCase("false"),
                username,
                given,
                family);
    }

    private String name(CsvTable.Row row, String column) {
        String name = PersonName.clean(row.get(column));
        if (PersonName.initial(name).isEmpty() || name.length() > 100) {
            if (!leaves(OneRosterTable.USERS, row)) {
                findings.problem(
                        OneRosterTable.USERS.file(),
                        row.line(),
                        "BAD_NAME",
                        column + " must have a letter and at most 100 signs.");
            }
            return null;
        }
        return name;
    }

    private String username(CsvTable.Row row) {
        String given =
                List.of("username", "email", "sourcedId").stream()
                        .map(column -> PersonName.clean(row.get(column)))
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse("");
        String name = given.replaceAll("[^\\p{L}\\p{N}._@+-]", "");
        boolean leaves = leaves(OneRosterTable.USERS, row);
        if (!name.matches("[\\p{L}\\p{N}].{1,99}")) {
            if (!leaves) {
                findings.problem(
                        OneRosterTable.USERS.file(),
                        row.line(),
                        "BAD_USERNAME",
                        "A username has 2 to 100 letters, digits and . _ - @ + only.");
            }
            return null;
        }
        if (!name.equals(given) && !leaves) {
            findings.note(
                    OneRosterTable.USERS.file(),
                    row.line(),
                    "USERNAME_SHORTENED",
                    "The username " + given + " is " + name + " here.");
        }
        return name;
    }

    private List<Role> roles(OneRosterManifest manifest) {
        List<Role> roles = new ArrayList<>();
        for (CsvTable.Row row : table(OneRosterTable.USERS).rows()) {
            for (String org : row.list("orgSourcedIds")) {
                add(roles, OneRosterTable.USERS, row, row.get("sourcedId"), org);
            }
        }
        if (manifest.has(OneRosterTable.ROLES)) {
            rows(OneRosterTable.ROLES, row -> row).stream()
                    .forEach(
                            row ->
                                    add(
                                            roles,
                                            OneRosterTable.ROLES,
                                            row,
                                            row.get("userSourcedId"),
                                            row.get("orgSourcedId")));
        }
        return roles;
    }

    private void add(
            List<Role> roles, OneRosterTable table, CsvTable.Row row, String user, String org) {
        boolean leaves = leaves(table, row);
        String role = vocabulary.role(table, row);
        if (role != null) {
            roles.add(new Role(table.file(), row.line(), user, org, role, leaves));
        }
    }

    private Course course(CsvTable.Row row) {
        String title = PersonName.clean(row.get("title"));
        if (title.isEmpty() && !leaves(OneRosterTable.CLASSES, row)) {
            findings.problem(
                    OneRosterTable.CLASSES.file(),
                    row.line(),
                    "NO_TITLE",
                    "A class needs a title.");
            return null;
        }
        return new Course(
                row.line(),
                row.get("sourcedId"),
                leaves(OneRosterTable.CLASSES, row),
                cut(title, 80),
                period(row),
                row.get("schoolSourcedId"));
    }

    private static String period(CsvTable.Row row) {
        List<String> periods = row.list("periods");
        String period = periods.isEmpty() ? row.get("classCode") : String.join(",", periods);
        String first = period.length() <= 10 ? period : periods.isEmpty() ? "" : periods.get(0);
        String clean = cut(PersonName.clean(first).toUpperCase(Locale.ROOT), 10).strip();
        return clean.isEmpty() ? "ALL" : clean;
    }

    private Place place(CsvTable.Row row) {
        String role = row.get("role").toLowerCase(Locale.ROOT);
        if (!PLACES.contains(role)) {
            findings.note(
                    OneRosterTable.ENROLLMENTS.file(),
                    row.line(),
                    "ROLE_NOT_TAKEN",
                    "Classes have students and teachers. This " + role + " is left out.");
            return null;
        }
        return new Place(
                row.line(),
                row.get("sourcedId"),
                leaves(OneRosterTable.ENROLLMENTS, row),
                row.get("classSourcedId"),
                row.get("userSourcedId"),
                row.get("schoolSourcedId"),
                role,
                row.get("primary").equalsIgnoreCase("true"));
    }

    private Map<String, LocalDate> births() {
        CsvTable demographics = table(OneRosterTable.DEMOGRAPHICS);
        Map<String, LocalDate> births = new HashMap<>();
        for (CsvTable.Row row : demographics.rows()) {
            String user =
                    row.get("sourcedId").isEmpty()
                            ? row.get("userSourcedId")
                            : row.get("sourcedId");
            BirthDate.read(row.get("birthDate"), today).ifPresent(date -> births.put(user, date));
        }
        if (!demographics.rows().isEmpty()) {
            findings.note(
                    OneRosterTable.DEMOGRAPHICS.file(),
                    null,
                    "DEMOGRAPHICS_NOT_KEPT",
                    "Of "
                            + demographics.rows().size()
                            + " rows only the sum of the birth date is used, by which seats know their"
                            + " students. Nothing else is read or kept.");
        }
        return births;
    }

    private boolean leaves(OneRosterTable table, CsvTable.Row row) {
        return GONE.contains(row.get("status").toLowerCase(Locale.ROOT));
    }

    private CsvTable table(OneRosterTable table) {
        return tables.getOrDefault(table, new CsvTable(table.file(), Map.of(), List.of()));
    }

    private int count(OneRosterTable table) {
        return table(table).rows().size();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most).strip();
    }
}
