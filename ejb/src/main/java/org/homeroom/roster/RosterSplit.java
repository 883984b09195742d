package org.homeroom.roster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.homeroom.identity.Roles;
import org.homeroom.roster.OneRosterContent.Course;
import org.homeroom.roster.OneRosterContent.Org;
import org.homeroom.roster.OneRosterContent.Place;
import org.homeroom.roster.OneRosterContent.Role;
import org.homeroom.roster.OneRosterContent.User;

/** Divides what a roster says among its schools and finds references to nowhere. */
final class RosterSplit {

    private final OneRosterContent content;
    private final Map<String, SchoolPart> parts = new HashMap<>();
    private final Findings findings;
    private final Map<String, String> schoolOfOrg;
    private final Map<String, String> schoolOfClass = new HashMap<>();
    private final Set<String> orgs = new HashSet<>();

    private RosterSplit(OneRosterContent content, List<SchoolPart> schools, Findings findings) {
        this.content = content;
        this.findings = findings;
        schools.forEach(part -> parts.put(part.key(), part));
        this.schoolOfOrg = SchoolMatching.schoolOf(content, parts.keySet());
        content.orgs().forEach(org -> orgs.add(org.id()));
        orgs.addAll(parts.keySet());
    }

    /**
     * Fills the parts of the schools.
     *
     * @param otherKeys keys of schools that are known and not changed by this roster
     */
    static void divide(
            OneRosterContent content,
            List<SchoolPart> schools,
            Set<String> otherKeys,
            Findings findings) {
        RosterSplit split = new RosterSplit(content, schools, findings);
        split.orgs.addAll(otherKeys);
        split.divide();
    }

    private void divide() {
        for (Org org : content.orgs()) {
            if (!org.parentId().isEmpty() && !orgs.contains(org.parentId())) {
                nowhere(OneRosterTable.ORGS.file(), org.line(), "parentSourcedId", org.parentId());
            }
        }
        content.roles().forEach(this::take);
        takeRowsOfPeople();
        content.classes().forEach(this::take);
        content.enrollments().forEach(this::take);
    }

    private void take(Role role) {
        if (!isPerson(role.userId())) {
            nowhere(role.file(), role.line(), "userSourcedId", role.userId());
        } else if (!orgs.contains(role.orgId())) {
            nowhere(role.file(), role.line(), "orgSourcedId", role.orgId());
        } else if (schoolOfOrg.containsKey(role.orgId())) {
            SchoolPart.Member member =
                    parts.get(schoolOfOrg.get(role.orgId())).member(role.userId());
            (role.leaves() ? member.taken : member.given).add(role.role());
        }
    }

    private void takeRowsOfPeople() {
        Map<String, User> rows = new HashMap<>();
        content.users().forEach(user -> rows.put(user.id(), user));
        for (SchoolPart part : parts.values()) {
            if (!content.manifest().isWhole(OneRosterTable.USERS)) {
                // A delta need not repeat what somebody is.
                rows.keySet().stream()
                        .filter(id -> part.known().people().containsKey(id))
                        .forEach(part::member);
            }
            part.members().forEach((id, member) -> member.row = rows.get(id));
        }
    }

    private void take(Course course) {
        if (!orgs.contains(course.schoolId())) {
            nowhere(
                    OneRosterTable.CLASSES.file(),
                    course.line(),
                    "schoolSourcedId",
                    course.schoolId());
        } else if (schoolOfOrg.containsKey(course.schoolId())) {
            String school = schoolOfOrg.get(course.schoolId());
            schoolOfClass.put(course.id(), school);
            parts.get(school).classes().add(course);
        }
    }

    private void take(Place place) {
        String file = OneRosterTable.ENROLLMENTS.file();
        if (!isClass(place.classId())) {
            nowhere(file, place.line(), "classSourcedId", place.classId());
        } else if (!isPerson(place.userId())) {
            nowhere(file, place.line(), "userSourcedId", place.userId());
        } else if (!place.schoolId().isEmpty() && !orgs.contains(place.schoolId())) {
            nowhere(file, place.line(), "schoolSourcedId", place.schoolId());
        } else {
            String school = schoolOfClass.computeIfAbsent(place.classId(), this::schoolThatKnows);
            if (school != null) {
                enroll(parts.get(school), place);
            }
        }
    }

    private void enroll(SchoolPart part, Place place) {
        part.places().add(place);
        if (place.leaves()) {
            return;
        }
        SchoolPart.Member member = part.members().get(place.userId());
        boolean known = part.known().people().containsKey(place.userId());
        if (member == null && !known) {
            // Somebody of another school who teaches or learns here as well.
            member = part.member(place.userId());
            member.row =
                    content.users().stream()
                            .filter(user -> user.id().equals(place.userId()))
                            .findFirst()
                            .orElse(null);
        }
        if (member != null
                && (member.given.isEmpty() && !known || place.role().equals(Roles.TEACHER))) {
            member.given.add(place.role());
        }
    }

    private String schoolThatKnows(String classId) {
        return anyPart(part -> part.known().classes().containsKey(classId));
    }

    private boolean isClass(String id) {
        return content.names(OneRosterTable.CLASSES, id)
                || !content.manifest().isWhole(OneRosterTable.CLASSES)
                        && schoolThatKnows(id) != null;
    }

    private boolean isPerson(String id) {
        return content.names(OneRosterTable.USERS, id)
                || !content.manifest().isWhole(OneRosterTable.USERS)
                        && anyPart(part -> part.known().people().containsKey(id)) != null;
    }

    private String anyPart(Predicate<SchoolPart> which) {
        return parts.values().stream().filter(which).map(SchoolPart::key).findFirst().orElse(null);
    }

    private void nowhere(String file, int line, String column, String id) {
        findings.problem(
                file,
                line,
                "UNKNOWN_REFERENCE",
                id.isEmpty()
                        ? column + " is missing."
                        : column + " " + id + " leads to no row of this delivery.");
    }
}
