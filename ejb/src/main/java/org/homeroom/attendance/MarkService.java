package org.homeroom.attendance;

import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.tenancy.SchoolCalendar;
import org.homeroom.tenancy.SchoolCalendarService;

/**
 * Whoever runs a class says of each day who was present, late, absent or excused. Marks stand
 * beside taps, and pay when the class's settings say so (payroll's {@code MarkPay}); one that
 * changes stays below the new one. Days off have none.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class MarkService {

    private static final int LOOKS_BACK = 14;
    private static final int LONGEST_NOTE = 200;
    private static final int MOST_CHANGES = 1000;

    @Inject RosterService roster;
    @Inject SchoolCalendarService calendars;
    @Inject MarkRepository marks;
    @Inject SchoolClock clock;
    @Inject AuditService audit;

    /** Tells whether there is school on a day. */
    public boolean isSchoolDay(LocalDate day) {
        return calendars.isSchoolDay(day);
    }

    /** Lists the students of a class that the caller runs with their marks of a day, by name. */
    public List<MarkRow> day(UUID classId, LocalDate day) {
        ClassRef owned = roster.ownedClass(classId);
        return marks.day(
                owned.id(),
                day,
                day.atStartOfDay(owned.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(owned.zone()).toInstant());
    }

    /** Lists the marks of several days of a class that the caller runs, both ends inclusive. */
    public List<DatedMark> between(UUID classId, LocalDate from, LocalDate to) {
        return marks.between(roster.ownedClass(classId).id(), from, to);
    }

    /**
     * Takes the marks of a day; students whose mark and note stay the same are left alone.
     *
     * @param given by student
     * @return how many marks were given or changed
     * @throws Refusal at {@code day}, for one to come and for a day off; not found, for a student
     *     who does not sit in the class
     */
    public int take(UUID classId, LocalDate day, Map<UUID, MarkGiven> given) {
        return take(classId, day, given, null);
    }

    /**
     * As {@link #take(UUID, LocalDate, Map)}, with why marks that were taken before are changed.
     *
     * @param why up to 200 letters, null or blank for no reason
     * @throws Refusal also at {@code reason}
     */
    public int take(UUID classId, LocalDate day, Map<UUID, MarkGiven> given, @Nullable String why) {
        String reason = why == null || why.isBlank() ? null : CorrectionReason.of(why);
        ClassRef owned = roster.ownedClass(classId);
        refuseNoSchool(owned, day);
        marks.lock(owned.id(), day);
        Map<UUID, MarkRow> present = new HashMap<>();
        day(classId, day).forEach(row -> present.put(row.studentId(), row));
        Map<UUID, Mark> taken = new HashMap<>();
        Map<UUID, Mark> changed = new HashMap<>();
        Map<UUID, String> notes = new HashMap<>();
        given.forEach(
                (student, one) -> {
                    MarkRow row = present.get(student);
                    if (row == null) {
                        throw Refusal.notFound();
                    }
                    String note = note(one.note());
                    if (row.mark() != one.mark() || !Objects.equals(row.note(), note)) {
                        boolean isNew = row.mark() == null || row.mark() == one.mark();
                        (isNew ? taken : changed).put(student, one.mark());
                        notes.put(student, note);
                    }
                });
        UUID by = CallerContext.require().accountId();
        marks.add(owned.id(), day, taken, notes, null, by, clock.now());
        marks.add(owned.id(), day, changed, notes, reason, by, clock.now());
        int all = taken.size() + changed.size();
        if (all > 0) {
            audit.record(
                    "attendance.day.marked",
                    "class",
                    owned.id(),
                    null,
                    reason == null
                            ? Map.of("day", day, "marks", all)
                            : Map.of("day", day, "marks", all, "reason", reason));
        }
        return all;
    }

    /**
     * Lists marks of a class that the caller runs that took the place of others, the newest first.
     *
     * @param studentId null for all
     * @param from when the time begins whose days are meant, null for any; so {@code to} for its
     *     end
     */
    public List<MarkChange> changes(
            UUID classId, @Nullable UUID studentId, @Nullable Instant from, @Nullable Instant to) {
        ClassRef owned = roster.ownedClass(classId);
        return marks.changes(
                owned.id(),
                studentId,
                from == null ? null : LocalDate.ofInstant(from, owned.zone()),
                to == null ? null : LocalDate.ofInstant(to.minusNanos(1), owned.zone()),
                MOST_CHANGES);
    }

    /**
     * Changes a mark that was taken. Both stay, with who changed it, when and why; if it pays, the
     * next rehearsal names the difference.
     *
     * @return the student's marks of the day as they are now
     * @throws Refusal at {@code value}, for no mark or the one it has; conflict, for a day that has
     *     none yet; not found, for a student who does not sit in the class
     */
    public MarkRow correct(UUID classId, UUID studentId, LocalDate day, Mark mark, String why) {
        String reason = CorrectionReason.of(why);
        ClassRef owned = roster.ownedClass(classId);
        if (mark == null) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "value",
                    "A mark is present, late, absent or excused.");
        }
        marks.lock(owned.id(), day);
        MarkRow before = row(classId, studentId, day);
        if (before.mark() == null) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This student has no mark of that day yet. Take it before you correct it.");
        }
        if (before.mark() == mark) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "value", "That is the mark it has already.");
        }
        Map<UUID, String> notes = new HashMap<>();
        notes.put(studentId, before.note());
        marks.add(
                owned.id(),
                day,
                Map.of(studentId, mark),
                notes,
                reason,
                CallerContext.require().accountId(),
                clock.now());
        audit.record(
                "attendance.mark.changed",
                "class",
                owned.id(),
                Map.of("student", studentId, "day", day, "mark", before.mark().wire()),
                Map.of("student", studentId, "day", day, "mark", mark.wire(), "reason", reason));
        return row(classId, studentId, day);
    }

    private MarkRow row(UUID classId, UUID studentId, LocalDate day) {
        return day(classId, day).stream()
                .filter(row -> row.studentId().equals(studentId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private void refuseNoSchool(ClassRef owned, LocalDate day) {
        if (day.isAfter(clock.today(owned.zone()))) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "day",
                    "This day is still to come. Choose a past one.");
        }
        if (!calendars.isSchoolDay(day)) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "day", "There is no school on this day.");
        }
    }

    /**
     * Lists what is untaken: school days of the last two weeks, today included, on which a student
     * of a class of the caller's has no mark; the newest first.
     */
    public List<MarkCount> untaken() {
        List<ClassRef> classes = roster.myClasses();
        LocalDate today = calendars.today();
        SchoolCalendar calendar = calendars.calendar();
        List<LocalDate> days =
                Stream.iterate(today, day -> day.minusDays(1))
                        .limit(LOOKS_BACK)
                        .filter(calendar::isSchoolDay)
                        .toList();
        return marks.counts(classes.stream().map(ClassRef::id).toList(), days).stream()
                .filter(count -> count.marked() < count.students())
                .toList();
    }

    private static String note(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String note = typed.strip();
        if (note.length() > LONGEST_NOTE || note.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "note",
                    "Write a note in at most 200 characters on one line.");
        }
        return note;
    }
}
