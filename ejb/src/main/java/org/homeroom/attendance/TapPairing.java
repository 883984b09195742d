package org.homeroom.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.ClassRef;

/**
 * Refuses a tap that a person adds or moves when an out would have no in before it
 * (domain/economy.md 4.5): the daily limit would end the session instead, and pay more.
 *
 * <p>What the daily limit made on that day is left out at first: it is made anew after the
 * correction, and an out that comes after it then is refused as well.
 */
@ApplicationScoped
public class TapPairing {

    private static final String FIELD = "value";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @Inject TapPairs pairs;

    /**
     * Refuses an out without an in before it.
     *
     * @throws Refusal at the field {@code value}
     */
    void refuseAdding(ClassRef owned, UUID studentId, TapAction action, Instant at) {
        if (action == TapAction.OUT) {
            refuseUnpaired(owned, studentId, at, null);
        }
    }

    /**
     * Refuses an out that was added or moved, and that the daily limit, made anew since, came
     * before.
     *
     * @throws Refusal at the field {@code value}
     */
    void refuseAfterLimit(ClassRef owned, TapRow made) {
        if (made.action() == TapAction.IN) {
            return;
        }
        pairs.before(owned.id(), made.studentId(), made.at(), null, made.at())
                .filter(one -> one.action() == TapAction.OUT)
                .ifPresent(
                        limit -> {
                            throw refusal(
                                    (paid(owned, made, limit)
                                                    ? "That session is paid up to %s, where the daily limit ended it. Give a time before that, pay the difference as a reward, or take the pay day back first."
                                                    : "The daily limit ended the session at %s. Give a time before that, or lift the limit first and take its tap back.")
                                            .formatted(told(limit.at(), owned.zone())));
                        });
    }

    /**
     * Refuses to put an out back behind the daily limit's own.
     *
     * @throws Refusal conflict
     */
    void refuseRestored(ClassRef owned, TapRow back) {
        if (back.action() == TapAction.IN) {
            return;
        }
        pairs.before(owned.id(), back.studentId(), back.at(), null, back.at())
                .filter(last -> last.limits() && !last.at().isBefore(day(owned, back.at())))
                .ifPresent(
                        limit -> {
                            throw new Refusal(
                                    ErrorCode.CONFLICT,
                                    (paid(owned, back, limit)
                                                    ? "The session before this tap out is paid, up to the daily limit at %s. Correct the taps before it, pay the difference as a reward, or take the pay day back first."
                                                    : "This tap out comes after the one that the daily limit made at %s. Correct the taps before it, or lift the limit first and take its tap back.")
                                            .formatted(told(limit.at(), owned.zone())));
                        });
    }

    /**
     * Refuses to take back a tap of a daily limit that holds.
     *
     * @throws Refusal conflict
     */
    void refuseTakingBack(TapRow limit) {
        throw new Refusal(
                ErrorCode.CONFLICT,
                limit.paid()
                        ? "This time is paid, and the daily limit of then holds. Correct the taps before, pay the difference as a reward, or take the pay day back first."
                        : "The daily limit made this tap. Correct the taps before it, or lift the"
                                + " limit first.");
    }

    // Lifted, it still holds for time that was paid by it.
    private boolean paid(ClassRef owned, TapRow tap, TapPairs.Beside limit) {
        return pairs.paid(owned.id(), tap.studentId(), limit.at());
    }

    /**
     * Refuses to move an out before its own in or past the next one, or an in before the last out
     * or so that its own out loses it.
     *
     * @throws Refusal at the field {@code value}
     */
    void refuseMoving(ClassRef owned, TapRow tap, Instant to) {
        if (tap.action() == TapAction.IN) {
            refuseBeforeLast(owned, tap, to);
            refuseLosing(owned, tap, to);
            return;
        }
        TapPairs.Beside own =
                pairs.before(owned.id(), tap.studentId(), tap.at(), null, day(owned, tap.at()))
                        .filter(one -> one.action() == TapAction.IN)
                        .orElse(null);
        if (own != null && to.isBefore(own.at())) {
            throw refusal(
                    "The student tapped in at %s. Give a time after that, or correct the tap in first."
                            .formatted(told(own.at(), owned.zone())));
        }
        refuseUnpaired(owned, tap.studentId(), to, tap.id());
        if (own != null) {
            refusePastNext(owned, tap, to);
        }
    }

    // The session before would swallow the next one's in, and leave its out without any.
    private void refusePastNext(ClassRef owned, TapRow out, Instant to) {
        pairs.after(owned.id(), out.studentId(), out.at())
                .filter(next -> next.action() == TapAction.IN && next.at().isBefore(to))
                .ifPresent(
                        next -> {
                            throw refusal(
                                    "The student tapped in again at %s. Give a time before that, or correct that tap in first."
                                            .formatted(told(next.at(), owned.zone())));
                        });
    }

    // It would begin nothing, or make the session before that out longer. An out that has no in
    // gets this one.
    private void refuseBeforeLast(ClassRef owned, TapRow in, Instant to) {
        Instant day = day(owned, in.at());
        pairs.outBefore(owned.id(), in.studentId(), in.at(), day)
                .filter(last -> to.isBefore(last.at()))
                .filter(
                        last ->
                                !pairs.before(owned.id(), in.studentId(), last.at(), null, day)
                                        .map(one -> alone(one, to))
                                        .orElse(true))
                .ifPresent(
                        last -> {
                            throw refusal(
                                    "The student tapped out at %s. Give a time after that, or correct that tap out first."
                                            .formatted(told(last.at(), owned.zone())));
                        });
    }

    private static boolean alone(TapPairs.Beside before, Instant to) {
        return before.action() == TapAction.OUT && before.at().isBefore(to);
    }

    private void refuseLosing(ClassRef owned, TapRow in, Instant to) {
        TapPairs.Beside own =
                pairs.after(owned.id(), in.studentId(), in.at())
                        .filter(one -> one.action() == TapAction.OUT)
                        .orElse(null);
        if (own == null) {
            return;
        }
        // The out's newest tap before it, once this one has moved.
        TapPairs.Beside rest =
                pairs.before(owned.id(), in.studentId(), own.at(), in.id(), day(owned, own.at()))
                        .orElse(null);
        boolean restIn = rest != null && rest.action() == TapAction.IN;
        boolean newest = to.isBefore(own.at()) && (rest == null || to.isAfter(rest.at()));
        if (!restIn && !newest) {
            throw refusal(
                    "The tap out of %s would have no tap in of its own. Choose another time, or correct that tap out first."
                            .formatted(told(own.at(), owned.zone())));
        }
    }

    private void refuseUnpaired(ClassRef owned, UUID studentId, Instant out, UUID but) {
        TapPairs.Beside last =
                pairs.before(owned.id(), studentId, out, but, day(owned, out)).orElse(null);
        if (last == null) {
            throw refusal(
                    "There is no tap in before that time. Give a time after the tap in, or add the"
                            + " tap in first.");
        }
        if (last.action() == TapAction.OUT) {
            throw refusal(
                    "The student was out already, since %s. Give a time after a tap in, or add the tap in first."
                            .formatted(told(last.at(), owned.zone())));
        }
    }

    private static Instant day(ClassRef owned, Instant at) {
        return at.atZone(owned.zone()).toLocalDate().atStartOfDay(owned.zone()).toInstant();
    }

    private static String told(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    private static Refusal refusal(String sentence) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, FIELD, sentence);
    }
}
