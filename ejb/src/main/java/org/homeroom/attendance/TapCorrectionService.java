package org.homeroom.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Feed;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Slice;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.tenancy.TenantContext;

/**
 * Whoever runs a class corrects its taps: takes one back, puts it back, adds one that is missing,
 * gives one another time. Each change has a reason and stays beside what it changed; the daily
 * limit is applied anew, and the next pay run pays the difference (design.md section 4).
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class TapCorrectionService {

    private static final int MOST_ROWS = 1000;
    private static final String TIME = "value";

    @Inject RosterService roster;
    @Inject TapRepository taps;
    @Inject TapCorrectionRepository corrections;
    @Inject TapPairing pairing;
    @Inject SchoolClock clock;
    @Inject AuditService audit;
    @Inject Event<Tapped> tapped;

    /** Lists taps of a class that the caller runs, the newest first, by the page. */
    public Slice<TapRow> history(TapFilter filter, int page, int perPage) {
        roster.ownedClass(filter.classId());
        return new Slice<>(
                corrections.newest(filter, perPage, (page - 1L) * perPage),
                corrections.count(filter),
                page,
                perPage);
    }

    /**
     * Lists taps of a class that the caller runs, in the order they happened.
     *
     * @param after id of the last tap already read, or null
     * @param limit 1 to {@value #MOST_ROWS}
     */
    public Feed<TapRow> taps(TapFilter filter, UUID after, int limit) {
        check(limit);
        roster.ownedClass(filter.classId());
        List<TapRow> rows = corrections.inOrder(filter, after, limit);
        return new Feed<>(rows, rows.size() < limit ? null : rows.get(limit - 1).id().toString());
    }

    /** Finds a tap of a class that the caller runs. */
    public TapRow tap(UUID classId, UUID tapId) {
        return corrections
                .find(roster.ownedClass(classId).id(), tapId)
                .orElseThrow(Refusal::notFound);
    }

    /** Lists changes of taps of a class that the caller runs, the newest first. */
    public List<TapChange> changes(UUID classId, UUID studentId, Instant from, Instant to) {
        return corrections.changes(roster.ownedClass(classId).id(), studentId, from, to, MOST_ROWS);
    }

    /**
     * Takes a tap back: it does not count any more.
     *
     * @throws Refusal conflict, when it was taken back already or the daily limit made it
     */
    public TapRow remove(UUID classId, UUID tapId, String why) {
        String reason = CorrectionReason.of(why);
        TapRow tap = locked(classId, tapId);
        if (!tap.counts()) {
            throw new Refusal(
                    ErrorCode.CONFLICT, "This tap was taken back already. Put it back instead.");
        }
        if (tap.source().equals("limit")
                && corrections.limitAt(classId, tap.studentId(), tap.at()) != null) {
            pairing.refuseTakingBack(tap);
        }
        Instant now = now();
        corrections.remove(tapId, reason, me(), now);
        return done("removed", classId, tap, tap.at(), reason, now);
    }

    /**
     * Puts a tap back that was taken back.
     *
     * @throws Refusal conflict, when it counts or is an out after the daily limit's tap
     */
    public TapRow restore(UUID classId, UUID tapId, String why) {
        ClassRef owned = roster.ownedClass(classId);
        TapRow tap = locked(classId, tapId);
        if (!tap.counts()) {
            pairing.refuseRestored(owned, tap);
        }
        return putBack(classId, tapId, why);
    }

    private TapRow putBack(UUID classId, UUID tapId, String why) {
        String reason = CorrectionReason.of(why);
        TapRow tap = locked(classId, tapId);
        if (tap.counts()) {
            throw new Refusal(ErrorCode.CONFLICT, "This tap counts; there is nothing to put back.");
        }
        Instant now = now();
        corrections.restore(tapId, reason, me(), now);
        return done("restored", classId, tap, tap.at(), reason, now);
    }

    /**
     * Gives a tap another time: the old one is taken back, a new one stands for it.
     *
     * @param at on the class's clock, or with {@code Z} or an offset
     * @throws Refusal at the field {@code value}, for a time that is none, is to come, is taken,
     *     lies before the student came to the class, takes an in before the last out, leaves an out
     *     or the next in without its other half, or comes after the daily limit's tap
     */
    public TapRow move(UUID classId, UUID tapId, String at, String why) {
        String reason = CorrectionReason.of(why);
        ClassRef owned = roster.ownedClass(classId);
        Instant now = now();
        Instant when = time(at, owned, now);
        TapRow tap = locked(classId, tapId);
        if (!tap.counts()) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This tap was taken back. Put it back before you change it.");
        }
        refuseBeforeEnrollment(owned, tap.studentId(), when);
        if (tap.at().equals(when)) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, TIME, "That is the time it has already.");
        }
        refuseTaken(classId, tap.studentId(), when);
        pairing.refuseMoving(owned, tap, when);
        corrections.remove(tapId, reason, me(), now);
        UUID made =
                corrections.add(
                        classId,
                        tap.studentId(),
                        tap.action(),
                        when,
                        tap.reason(),
                        reason,
                        tapId,
                        me(),
                        now);
        corrections.limitAnew(classId, tap.studentId(), tap.at(), me(), now);
        endElsewhere(classId, tap, when, now);
        TapRow moved = corrections.find(classId, made).orElseThrow();
        TapRow done = done("moved", classId, moved, tap.at(), reason, now);
        pairing.refuseAfterLimit(owned, done);
        return done;
    }

    /**
     * Adds a tap that is missing; a tap in ends the student's session elsewhere. In a second whose
     * tap was taken back, that one is put back.
     *
     * @param at on the class's clock, or with {@code Z} or an offset
     * @throws Refusal at the field {@code value}, for a time that is none, is to come, is taken,
     *     lies before the student came to the class, or is an out without an in before it, or after
     *     the daily limit's tap; not found, for a student without a seat in the class
     */
    public TapRow add(UUID classId, UUID studentId, TapAction action, String at, String why) {
        String reason = CorrectionReason.of(why);
        ClassRef owned = roster.ownedClass(classId);
        if (studentId == null) {
            throw Refusal.notFound();
        }
        if (action == null) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "action", "The action is in or out.");
        }
        Instant now = now();
        Instant when = time(at, owned, now);
        refuseBeforeEnrollment(owned, studentId, when);
        taps.lock(studentId);
        pairing.refuseAdding(owned, studentId, action, when);
        TapRow there = corrections.at(classId, studentId, when).orElse(null);
        if (there != null && !there.counts() && there.action() == action) {
            TapRow back = putBack(classId, there.id(), reason);
            pairing.refuseAfterLimit(owned, back);
            return back;
        }
        refuseTaken(classId, studentId, when);
        UUID made =
                corrections.add(classId, studentId, action, when, null, reason, null, me(), now);
        TapRow tap = corrections.find(classId, made).orElseThrow();
        endElsewhere(classId, tap, when, now);
        TapRow done = done("added", classId, tap, when, reason, now);
        pairing.refuseAfterLimit(owned, done);
        return done;
    }

    // One cannot sit in two rooms, whoever says so: a start ends what is open elsewhere at that
    // time.
    private void endElsewhere(UUID classId, TapRow tap, Instant at, Instant now) {
        if (tap.action() != TapAction.IN) {
            return;
        }
        for (Tapped ended : taps.switchAt(classId, tap.studentId(), at, me(), now)) {
            corrections.limitAnew(ended.classId(), tap.studentId(), ended.at(), me(), now);
            tapped.fire(ended);
        }
    }

    private TapRow done(
            String what, UUID classId, TapRow tap, Instant before, String reason, Instant now) {
        corrections.limitAnew(classId, tap.studentId(), tap.at(), me(), now);
        audit.record(
                "attendance.tap." + what,
                "tap",
                tap.id(),
                what.equals("added") ? null : Map.of("at", before, "counts", tap.counts()),
                Map.of(
                        "class", classId,
                        "student", tap.studentId(),
                        "action", tap.action().wire(),
                        "at", tap.at(),
                        "counts", !what.equals("removed"),
                        "reason", reason));
        tapped.fire(
                new Tapped(
                        TenantContext.require(), classId, tap.studentId(), tap.action(), tap.at()));
        return corrections.find(classId, tap.id()).orElseThrow();
    }

    /** Finds the tap and makes all taps of its student wait. */
    private TapRow locked(UUID classId, UUID tapId) {
        UUID owned = roster.ownedClass(classId).id();
        TapRow seen = corrections.find(owned, tapId).orElseThrow(Refusal::notFound);
        taps.lock(seen.studentId());
        return corrections.find(owned, tapId).orElseThrow(Refusal::notFound);
    }

    private void refuseBeforeEnrollment(ClassRef owned, UUID studentId, Instant when) {
        LocalDate first =
                corrections
                        .since(owned.id(), studentId)
                        .orElseThrow(Refusal::notFound)
                        .atZone(owned.zone())
                        .toLocalDate();
        if (when.atZone(owned.zone()).toLocalDate().isBefore(first)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    TIME,
                    "The student is in this class since %s. Choose that day or a later one."
                            .formatted(first));
        }
    }

    private void refuseTaken(UUID classId, UUID studentId, Instant when) {
        if (corrections.at(classId, studentId, when).isPresent()) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    TIME,
                    "The student has another tap in this second, perhaps one that was taken back."
                            + " Choose the second before or after it.");
        }
    }

    private static Instant time(String typed, ClassRef owned, Instant now) {
        Instant when =
                new TapTime(owned.zone())
                        .read(typed == null ? "" : typed)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                ErrorCode.VALIDATION_ERROR,
                                                TIME,
                                                "Write the time as 2026-10-12T09:00. The hour that"
                                                        + " the clock skips in spring is none."));
        if (when.isAfter(now)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    TIME,
                    "This time is still to come. Choose a past one.");
        }
        return when;
    }

    private static void check(int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "limit",
                    "Choose limit from 1 to " + MOST_ROWS + ".");
        }
    }

    private static UUID me() {
        return CallerContext.require().accountId();
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
