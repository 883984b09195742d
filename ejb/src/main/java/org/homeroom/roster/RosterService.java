package org.homeroom.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Refusal;

/**
 * Who may see and do what in a class. Every domain asks here before it touches a class, in the name
 * of the person bound to the thread; an absent class and another's class get the same answer.
 */
@Stateless
@PermitAll
public class RosterService {

    @Inject RosterRepository roster;
    @Inject ClassesSeen seen;
    @Inject GuardianRepository guardians;

    /**
     * Returns a class that the caller may see: as its teacher, as a student in it, or as an
     * administrator or operator of the school.
     *
     * @throws Refusal not found, whether it is absent or not the caller's
     */
    public ClassRef classFor(UUID classId) {
        Caller caller = CallerContext.require();
        return seen.one(caller.accountId(), seesAll(caller), classId)
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Returns a class that the caller runs: as its teacher, or as an administrator or operator.
     *
     * @throws Refusal not found, whether it is absent or not the caller's
     */
    public ClassRef ownedClass(UUID classId) {
        return owned(classId).orElseThrow(Refusal::notFound);
    }

    /**
     * Returns the class that a page shows: the one asked for when the caller runs it, else the
     * caller's first.
     *
     * @param classId null when the address names none
     * @return nothing while the caller has no class
     * @throws Refusal not found, when the class asked for is not the caller's
     */
    public Optional<ClassRef> shownClass(UUID classId) {
        return classId == null
                ? myClasses().stream().findFirst().filter(first -> runs(first.id()))
                : Optional.of(ownedClass(classId));
    }

    /** Tells whether the caller runs the class. */
    public boolean runs(UUID classId) {
        return owned(classId).isPresent();
    }

    private Optional<ClassRef> owned(UUID classId) {
        Caller caller = CallerContext.require();
        return seen.one(caller.accountId(), seesAll(caller), classId)
                .filter(found -> seesAll(caller) || caller.accountId().equals(found.teacherId()));
    }

    /** Lists the classes that the caller may see, by period. */
    public List<ClassRef> myClasses() {
        Caller caller = CallerContext.require();
        return seen.by(caller.accountId(), seesAll(caller)).classes();
    }

    /** Tells whether a teacher has asked the caller for help and still waits, in time or not. */
    public boolean mayHelpTeacher() {
        Caller caller = CallerContext.require();
        return seen.by(caller.accountId(), seesAll(caller)).mayHelp();
    }

    /** Tells whether anybody has a seat in a class that the caller teaches today. */
    public boolean haveStudents() {
        return roster.hasStudents(CallerContext.require().accountId());
    }

    /** Lists the students of a class that the caller may see, by name. */
    public List<StudentRef> students(UUID classId) {
        return roster.students(classFor(classId).id());
    }

    /**
     * Returns a student of a class that the caller may see.
     *
     * @throws Refusal not found, when there is no such student in it
     */
    public StudentRef student(UUID classId, UUID studentId) {
        return findStudent(classId, studentId).orElseThrow(Refusal::notFound);
    }

    /** Finds a student of a class that the caller may see. */
    public Optional<StudentRef> findStudent(UUID classId, UUID studentId) {
        return roster.student(classFor(classId).id(), studentId);
    }

    /** Returns those students of a class that the caller runs who have not chosen a PIN yet. */
    public Set<UUID> waiting(UUID classId) {
        return roster.waiting(ownedClass(classId).id());
    }

    /**
     * Counts the seats of a class that the caller runs that nobody has claimed: they have no
     * account, and so neither time nor marks nor money.
     */
    public int unclaimed(UUID classId) {
        return roster.unclaimed(ownedClass(classId).id());
    }

    /** Lists the seats of a class that the caller runs, by name. */
    public List<SeatRow> seats(UUID classId) {
        return roster.seats(ownedClass(classId).id());
    }

    /**
     * Lists the seats of a class that the caller runs whose names hold the text, by name; accents
     * and capitals do not matter. Names are sealed, so that they are compared here.
     */
    public List<SeatRow> seats(UUID classId, String text) {
        String wanted = PersonName.plain(text);
        return seats(classId).stream()
                .filter(seat -> PersonName.plain(seat.displayName()).contains(wanted))
                .toList();
    }

    /**
     * Returns how much the caller sees of the pupil as a parent, nothing for somebody else's child.
     * Whoever shows something of a pupil asks here.
     *
     * @param studentId null is nobody's child
     */
    public GuardianRights rightsTo(UUID studentId) {
        Caller caller = CallerContext.require();
        return studentId != null && caller.has(Roles.PARENT)
                ? guardians.rights(caller.accountId(), studentId)
                : GuardianRights.NONE;
    }

    /**
     * Tells whether the caller follows the pupil as a parent, and sees at least the time in class.
     *
     * @param studentId null is nobody's child
     */
    public boolean isMyChild(UUID studentId) {
        return rightsTo(studentId).showsTime();
    }

    /**
     * Returns a class for a look at one of its pupils: the caller may see the class, or is the
     * pupil's parent. Who runs the class looks as everybody does who runs one, parent or not.
     *
     * @param studentId null for the class itself
     * @throws Refusal not found, whether it is absent or not the caller's
     */
    public ClassRef classOf(UUID classId, UUID studentId) {
        return !runs(classId) && isMyChild(studentId)
                ? roster.seenBy(studentId, false, classId).orElseThrow(Refusal::notFound)
                : classFor(classId);
    }

    /**
     * Lists the classes of a child of the caller's, by period.
     *
     * @throws Refusal not found, whether the pupil is absent or not the caller's child
     */
    public List<ClassRef> classesOfChild(UUID studentId) {
        if (!isMyChild(studentId)) {
            throw Refusal.notFound();
        }
        return roster.seenBy(studentId, false).classes();
    }

    private static boolean seesAll(Caller caller) {
        return caller.has(Roles.SCHOOL_ADMIN) || caller.has(Roles.OPERATOR);
    }
}
