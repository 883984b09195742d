package org.homeroom.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.identity.BadgeService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Refusal;

/** Makes and takes back the badges of a class that the caller runs. */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN})
public class ClassBadgeService {

    @Inject RosterService roster;
    @Inject BadgeService badges;

    /** Lists the students of the class with their badges, by name. */
    public List<BadgeLine> list(UUID classId) {
        List<StudentRef> students = roster.students(roster.ownedClass(classId).id());
        Map<UUID, Instant> issued =
                badges.issued(students.stream().map(StudentRef::studentId).toList());
        return students.stream()
                .map(student -> new BadgeLine(student, issued.get(student.studentId())))
                .toList();
    }

    /**
     * Makes badges, by name; older ones of these students are worth nothing any more.
     *
     * @param studentIds for whom, or null for everyone without one
     * @throws Refusal not found, when one of them is not in the class
     */
    public List<NewBadge> issue(UUID classId, Collection<UUID> studentIds) {
        List<StudentRef> chosen =
                list(classId).stream()
                        .filter(
                                line ->
                                        studentIds == null
                                                ? line.issuedAt() == null
                                                : studentIds.contains(line.student().studentId()))
                        .map(BadgeLine::student)
                        .toList();
        if (studentIds != null && chosen.size() < studentIds.stream().distinct().count()) {
            throw Refusal.notFound();
        }
        return chosen.stream()
                .map(student -> new NewBadge(student, badges.issue(student.studentId())))
                .toList();
    }

    /**
     * Takes a badge back.
     *
     * @throws Refusal not found, when there is no such student in the class, or no badge
     */
    public void revoke(UUID classId, UUID studentId) {
        UUID student = roster.student(roster.ownedClass(classId).id(), studentId).studentId();
        if (!badges.revoke(student)) {
            throw Refusal.notFound();
        }
    }
}
