package org.homeroom.attendance;

import java.util.Locale;
import java.util.Set;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Length;
import org.homeroom.kernel.Refusal;

/** Whether a student may tap, checked in the order of domain/economy.md 4.1 from row 5 on. */
final class TapRules {

    /** How the end of a student's day is stored. */
    static final String DONE = "done";

    static final int REASON_LENGTH = 50;

    private static final Set<String> DONE_WORDS = Set.of(DONE, "done for the day");
    private static final long SECONDS_PER_MINUTE = 60;

    private TapRules() {}

    /**
     * Decides what the tap does.
     *
     * @param className how the class is called in a sentence
     * @param reason as from {@link #reason}, null when none was given
     * @throws Refusal that says what is in the way
     */
    static TapOutcome decide(Standing seat, String className, TapAction action, String reason) {
        if (!seat.tapEnabled()) {
            throw new Refusal(
                    ErrorCode.AUTHORIZATION_ERROR,
                    "Tapping is closed for " + className + " right now.");
        }
        return action == TapAction.IN ? start(seat) : stop(seat, reason);
    }

    private static TapOutcome start(Standing seat) {
        if (seat.doneToday()) {
            throw new Refusal(
                    ErrorCode.AUTHORIZATION_ERROR, "You are done for today. See you tomorrow.");
        }
        if (seat.isIn()) {
            return TapOutcome.NOTHING;
        }
        if (seat.isAtLimit()) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "You have worked today's "
                            + limit(seat.dailyLimitMinutes())
                            + ". See you tomorrow.");
        }
        return TapOutcome.START;
    }

    private static TapOutcome stop(Standing seat, String reason) {
        if (reason == null) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "reason",
                    "Say why you stop: a break, or done for today.");
        }
        boolean done = DONE.equals(reason);
        if (!seat.isIn()) {
            // "Done" from the corridor counts too, or the student could start again (4.1, edge
            // cases).
            return done ? TapOutcome.END_DAY : TapOutcome.NOTHING;
        }
        return done ? TapOutcome.DONE : TapOutcome.BREAK;
    }

    /**
     * Returns the reason as it is stored: null when nothing was typed, {@link #DONE} for the end of
     * the day in either spelling.
     *
     * @throws Refusal when it is longer than {@value #REASON_LENGTH} characters
     */
    static String reason(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String reason = typed.strip();
        if (reason.length() > REASON_LENGTH || reason.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "reason",
                    "Give the reason in at most " + REASON_LENGTH + " characters on one line.");
        }
        return DONE_WORDS.contains(reason.toLowerCase(Locale.ROOT)) ? DONE : reason;
    }

    private static String limit(int minutes) {
        return Length.of(minutes * SECONDS_PER_MINUTE);
    }
}
