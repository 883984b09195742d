package org.homeroom.roster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeroom.roster.OneRosterContent.Org;

/**
 * Finds the schools that a roster speaks of: by the key that they have, else by name. A school's
 * own people may bring a file of the whole district; only their school's part counts then.
 */
final class SchoolMatching {

    private static final String FILE = OneRosterTable.ORGS.file();

    private final List<SourceSchool> schools;
    private final SourceSchool only;
    private final Findings findings;
    private final Map<String, SourceSchool> found = new LinkedHashMap<>();

    private SchoolMatching(List<SourceSchool> schools, SourceSchool only, Findings findings) {
        this.schools = schools;
        this.only = only;
        this.findings = findings;
    }

    /**
     * Returns the schools to compare with, by their key in the source.
     *
     * @param only the one school that may be changed, null for all
     */
    static Map<String, SourceSchool> of(
            OneRosterContent content, List<SourceSchool> schools, UUID only, Findings findings) {
        SourceSchool one =
                schools.stream()
                        .filter(school -> school.id().equals(only))
                        .findFirst()
                        .orElse(null);
        SchoolMatching matching = new SchoolMatching(schools, one, findings);
        return matching.match(content);
    }

    private Map<String, SourceSchool> match(OneRosterContent content) {
        for (Org org : content.orgs()) {
            if (org.isSchool()) {
                match(org);
            }
        }
        if (content.manifest().isWhole(OneRosterTable.ORGS)) {
            sayWhoIsMissing();
        } else {
            schools.stream()
                    .filter(school -> school.sourcedId() != null && isOurs(school))
                    .forEach(school -> found.putIfAbsent(school.sourcedId(), school));
        }
        return found;
    }

    private void match(Org org) {
        Optional<SourceSchool> school = byKey(org).or(() -> byName(org));
        if (org.leaves()) {
            findings.note(
                    FILE,
                    org.line(),
                    "SCHOOL_STAYS",
                    org.name() + " is to be deleted there. Here it stays; suspend it by hand.");
        } else if (school.isEmpty()) {
            sayUnknown(org);
        } else if (!isOurs(school.get())) {
            sayForeign(org);
        } else if (school.get().sourcedId() != null && !school.get().sourcedId().equals(org.id())) {
            findings.problem(
                    FILE,
                    org.line(),
                    "SCHOOL_HAS_OTHER_ID",
                    org.name()
                            + " has the sourcedId "
                            + school.get().sourcedId()
                            + " since an earlier roster. A school keeps its sourcedId; ask whoever exports"
                            + " the file.");
        } else if (found.containsValue(school.get())) {
            findings.problem(
                    FILE,
                    org.line(),
                    "TWO_SCHOOLS",
                    "Two schools of the file are " + org.name() + ".");
        } else {
            found.put(org.id(), school.get());
        }
    }

    private void sayUnknown(Org org) {
        if (only != null) {
            sayForeign(org);
        } else {
            findings.problem(
                    FILE,
                    org.line(),
                    "UNKNOWN_SCHOOL",
                    "There is no school "
                            + org.name()
                            + " here. Create it under exactly this name, then upload the file again.");
        }
    }

    private void sayForeign(Org org) {
        findings.note(
                FILE,
                org.line(),
                "OTHER_SCHOOL",
                org.name() + " is another school. Its part of the file is left alone.");
    }

    private void sayWhoIsMissing() {
        if (only != null && !found.containsValue(only)) {
            findings.problem(
                    FILE,
                    null,
                    "SCHOOL_NOT_IN_FILE",
                    "No school of this file is "
                            + only.name()
                            + ". Ask for a file in which it has this name.");
        }
        Set<SourceSchool> there = new HashSet<>(found.values());
        schools.stream()
                .filter(school -> only == null && school.sourcedId() != null)
                .filter(school -> !there.contains(school))
                .forEach(
                        school ->
                                findings.note(
                                        FILE,
                                        null,
                                        "SCHOOL_NOT_IN_FILE",
                                        school.name()
                                                + " is not in this file. Nothing changes there."));
    }

    private Optional<SourceSchool> byKey(Org org) {
        return schools.stream().filter(school -> org.id().equals(school.sourcedId())).findFirst();
    }

    private Optional<SourceSchool> byName(Org org) {
        return schools.stream()
                .filter(school -> PersonName.clean(school.name()).equalsIgnoreCase(org.name()))
                .findFirst();
    }

    private boolean isOurs(SourceSchool school) {
        return only == null || only.equals(school);
    }

    /** Returns the school's key for each org that is one or lies in one. */
    static Map<String, String> schoolOf(OneRosterContent content, Set<String> schoolKeys) {
        Map<String, Org> orgs = new HashMap<>();
        content.orgs().forEach(org -> orgs.put(org.id(), org));
        Map<String, String> found = new HashMap<>();
        schoolKeys.forEach(key -> found.put(key, key));
        for (Org org : content.orgs()) {
            Org at = org;
            Set<String> seen = new HashSet<>();
            // A broken file may hold a circle.
            while (at != null && !at.isSchool() && seen.add(at.id())) {
                at = orgs.get(at.parentId());
            }
            if (at != null && at.isSchool() && schoolKeys.contains(at.id())) {
                found.put(org.id(), at.id());
            }
        }
        return found;
    }
}
