package org.homeroom.roster;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.homeroom.identity.Roles;

/** What the words of OneRoster for people are here. */
final class OneRosterRoles {

    private static final Map<String, String> OURS =
            Map.ofEntries(
                    Map.entry("student", Roles.STUDENT),
                    Map.entry("teacher", Roles.TEACHER),
                    Map.entry("administrator", Roles.SCHOOL_ADMIN),
                    Map.entry("principal", Roles.SCHOOL_ADMIN),
                    Map.entry("siteadministrator", Roles.SCHOOL_ADMIN),
                    Map.entry("aide", Roles.STAFF),
                    Map.entry("counselor", Roles.STAFF),
                    Map.entry("proctor", Roles.STAFF),
                    Map.entry("parent", Roles.PARENT),
                    Map.entry("guardian", Roles.PARENT),
                    Map.entry("relative", Roles.PARENT));
    // Power over several schools is given by people, never by a file.
    private static final Set<String> NOT_OURS =
            Set.of("districtadministrator", "systemadministrator");

    private final Findings findings;
    private final Set<Integer> said = new HashSet<>();

    OneRosterRoles(Findings findings) {
        this.findings = findings;
    }

    /** Returns the row's role as identity names it; null when it gives none. */
    String role(OneRosterTable table, CsvTable.Row row) {
        String word = row.get("role").toLowerCase(Locale.ROOT);
        String ours = OURS.get(word);
        if (ours == null && said.add(row.line())) {
            if (NOT_OURS.contains(word)) {
                findings.note(
                        table.file(),
                        row.line(),
                        "ROLE_NOT_TAKEN",
                        "A roster makes nobody " + word + ". Give that role by hand.");
            } else {
                findings.problem(
                        table.file(),
                        row.line(),
                        "BAD_ROLE",
                        word.isEmpty() ? "The role is missing." : "There is no role " + word + ".");
            }
        }
        return ours;
    }
}
