package org.homeroom.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Ids;
import org.homeroom.roster.KnownRoster.Known;
import org.homeroom.roster.KnownRoster.NamedAccount;
import org.homeroom.roster.OneRosterContent.Course;
import org.homeroom.roster.OneRosterContent.Place;
import org.homeroom.roster.OneRosterContent.User;

/**
 * Compares what a roster says of one school with what earlier ones said. In bulk, who is left out
 * leaves; in delta, only who is marked so.
 */
final class RosterDifference {

    private final OneRosterContent content;
    private final SchoolPart part;
    private final Recognition recognition;
    private final Findings findings;
    private final List<SourcePerson> people = new ArrayList<>();
    private final List<SourceClass> classes = new ArrayList<>();
    private final List<SourceEnrollment> enrollments = new ArrayList<>();
    private final Map<String, List<String>> present = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Map<String, Integer> usernames = new HashMap<>();

    private RosterDifference(
            OneRosterContent content, SchoolPart part, Recognition recognition, Findings findings) {
        this.content = content;
        this.part = part;
        this.recognition = recognition;
        this.findings = findings;
    }

    /** Returns what changes in the part's school. */
    static StagedRoster of(
            OneRosterContent content, SchoolPart part, Recognition recognition, Findings findings) {
        RosterDifference difference = new RosterDifference(content, part, recognition, findings);
        difference.comparePeople();
        difference.compareClasses();
        difference.compareEnrollments();
        return new StagedRoster(difference.people, difference.classes, difference.enrollments);
    }

    private void comparePeople() {
        boolean whole = content.manifest().isWhole(OneRosterTable.USERS);
        Set<String> leaving = new HashSet<>();
        part.members().forEach((id, member) -> compare(id, member, whole, leaving));
        part.known()
                .people()
                .forEach(
                        (id, known) -> {
                            boolean gone =
                                    leaving.contains(id) || whole && !present.containsKey(id);
                            if (known.active() && gone) {
                                people.add(known.value().as(RosterChange.LEAVING));
                            } else if (known.active()) {
                                present.putIfAbsent(id, known.value().roles());
                            }
                        });
    }

    private void compare(String id, SchoolPart.Member member, boolean whole, Set<String> leaving) {
        Known<SourcePerson> known = part.known().people().get(id);
        User row = member.row;
        TreeSet<String> roles = new TreeSet<>(member.given);
        if (!whole && known != null && known.active()) {
            roles.addAll(known.value().roles());
            roles.removeAll(member.taken);
        }
        if (row != null && row.leaves() || roles.isEmpty()) {
            leaving.add(id);
        } else if (row != null || known != null) {
            List<String> kept =
                    roles.contains(Roles.STUDENT) ? List.of(Roles.STUDENT) : List.copyOf(roles);
            present.put(id, kept);
            if (row != null) {
                compare(row, known, kept);
            } else if (!known.value().roles().equals(kept)) {
                stage(with(known.value(), kept), RosterChange.CHANGED);
            }
        }
    }

    private void compare(User row, Known<SourcePerson> known, List<String> roles) {
        boolean student = roles.contains(Roles.STUDENT);
        String name = row.username().toLowerCase(Locale.ROOT);
        Integer earlier = usernames.putIfAbsent(name, row.line());
        if (earlier != null) {
            problem(
                    row,
                    "DUPLICATE_USERNAME",
                    "The username " + row.username() + " is on line " + earlier + " already.");
            return;
        }
        NamedAccount account = part.known().usernames().get(name);
        if (known != null && known.value().isStudent() != student) {
            problem(
                    row,
                    "ROLE_MISMATCH",
                    "A student's account cannot become a grown-up's, nor the other way round. Give the"
                            + " person another sourcedId.");
        } else if (account != null && !isFree(account, known, student)) {
            problem(
                    row,
                    "USERNAME_TAKEN",
                    "Somebody else at "
                            + part.school().name()
                            + " has the username "
                            + row.username()
                            + ". Change one of the two.");
        } else {
            SourcePerson now = person(row, known, roles, student, account);
            if (known == null) {
                stage(now, account == null ? RosterChange.CREATED : RosterChange.CHANGED);
            } else if (!known.active() || differs(known.value(), now)) {
                stage(now, RosterChange.CHANGED);
            }
        }
    }

    /** A name is free for its owner, and for a newcomer when no roster speaks of its owner. */
    private boolean isFree(NamedAccount account, Known<SourcePerson> known, boolean student) {
        if (known != null) {
            return account.id().equals(known.value().accountId());
        }
        return account.student() == student
                && part.known().people().values().stream()
                        .noneMatch(other -> other.value().accountId().equals(account.id()));
    }

    private SourcePerson person(
            User row,
            Known<SourcePerson> known,
            List<String> roles,
            boolean student,
            NamedAccount account) {
        SourcePerson before = known == null ? null : known.value();
        return new SourcePerson(
                row.id(),
                row.line(),
                null,
                before != null ? before.accountId() : account != null ? account.id() : Ids.next(),
                row.username(),
                roles,
                row.givenName(),
                student ? null : row.familyName(),
                PersonName.initial(row.familyName()),
                student ? marks(row, before) : null,
                row.enabled());
    }

    /** A last name of one letter, as our own export writes it, tells nothing that is not known. */
    private PupilMarks marks(User row, SourcePerson before) {
        LocalDate birth = content.births().get(row.id());
        Integer dobSum = birth == null ? null : Integer.valueOf(BirthDate.sum(birth));
        if (before == null) {
            return recognition.marks(null, row.givenName(), row.familyName(), dobSum);
        }
        PupilMarks known = before.marks();
        PupilMarks now =
                recognition.marks(
                        known.salt(),
                        row.givenName(),
                        row.familyName(),
                        dobSum == null ? known.dobSum() : dobSum);
        boolean initialOnly = row.familyName().equals(before.lastInitial());
        return initialOnly
                ? new PupilMarks(now.dobSum(), now.claimHash(), now.salt(), known.lastNameHashes())
                : now;
    }

    private static boolean differs(SourcePerson before, SourcePerson now) {
        return !before.username().equals(now.username())
                || !before.roles().equals(now.roles())
                || !before.givenName().equals(now.givenName())
                || !before.lastInitial().equals(now.lastInitial())
                || before.enters() != now.enters()
                || now.isStudent() && !now.marks().equals(before.marks())
                || !now.isStudent() && !now.familyName().equals(before.familyName());
    }

    private static SourcePerson with(SourcePerson known, List<String> roles) {
        return new SourcePerson(
                known.sourcedId(),
                null,
                null,
                known.accountId(),
                known.username(),
                roles,
                known.givenName(),
                known.familyName(),
                known.lastInitial(),
                known.marks(),
                known.enters());
    }

    private void stage(SourcePerson person, RosterChange change) {
        people.add(person.as(change));
    }

    private void compareClasses() {
        Set<String> leaving = new HashSet<>();
        for (Course course : part.classes()) {
            Known<SourceClass> known = part.known().classes().get(course.id());
            if (course.leaves()) {
                leaving.add(course.id());
                continue;
            }
            open.add(course.id());
            SourceClass now =
                    new SourceClass(
                            course.id(),
                            course.line(),
                            null,
                            known == null ? Ids.next() : known.value().classId(),
                            course.title(),
                            course.period());
            if (known == null) {
                classes.add(now.as(RosterChange.CREATED));
            } else if (!known.active()
                    || !known.value().name().equals(now.name())
                    || !known.value().period().equals(now.period())) {
                classes.add(now.as(RosterChange.CHANGED));
            }
        }
        boolean whole = content.manifest().isWhole(OneRosterTable.CLASSES);
        part.known()
                .classes()
                .forEach(
                        (id, known) -> {
                            boolean gone = leaving.contains(id) || whole && !open.contains(id);
                            if (known.active() && gone) {
                                classes.add(known.value().as(RosterChange.LEAVING));
                            } else if (known.active()) {
                                open.add(id);
                            }
                        });
    }

    private void compareEnrollments() {
        Set<String> kept = new HashSet<>();
        Set<String> leaving = new HashSet<>();
        for (Place place : part.places()) {
            List<String> roles = present.get(place.userId());
            if (place.leaves() || roles == null || !open.contains(place.classId())) {
                leaving.add(place.id());
            } else if (place.role().equals(Roles.STUDENT) != roles.contains(Roles.STUDENT)) {
                findings.problem(
                        OneRosterTable.ENROLLMENTS.file(),
                        place.line(),
                        "ROLE_MISMATCH",
                        "User "
                                + place.userId()
                                + " is here as "
                                + place.role()
                                + " and elsewhere as "
                                + String.join(", ", roles)
                                + ".");
            } else {
                kept.add(place.id());
                compare(place);
            }
        }
        boolean whole = content.manifest().isWhole(OneRosterTable.ENROLLMENTS);
        part.known()
                .enrollments()
                .forEach(
                        (id, known) -> {
                            SourceEnrollment one = known.value();
                            boolean gone =
                                    leaving.contains(id)
                                            || whole && !kept.contains(id)
                                            || !open.contains(one.classSourcedId())
                                            || !present.containsKey(one.personSourcedId());
                            if (known.active() && gone && !kept.contains(id)) {
                                enrollments.add(one.as(RosterChange.LEAVING));
                            }
                        });
    }

    private void compare(Place place) {
        Known<SourceEnrollment> known = part.known().enrollments().get(place.id());
        SourceEnrollment now =
                new SourceEnrollment(
                        place.id(),
                        place.line(),
                        null,
                        place.classId(),
                        place.userId(),
                        place.role(),
                        place.primary());
        if (known == null) {
            enrollments.add(now.as(RosterChange.CREATED));
        } else if (!known.active() || !known.value().saysTheSame(now)) {
            enrollments.add(now.as(RosterChange.CHANGED));
        }
    }

    private void problem(User row, String code, String message) {
        findings.problem(OneRosterTable.USERS.file(), row.line(), code, message);
    }
}
