package org.homeroom.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** When a class or a teacher's account may be closed (economy.md 13 and 14). */
public final class ClosingRules {

    /** After how long without a sign-in a teacher counts as gone. */
    public static final Duration ABSENCE = Duration.ofDays(180);

    static final String REQUEST = "request";
    static final String ABSENT = "absence";

    private static final Pattern PERIOD = Pattern.compile("[\\p{L}\\p{N} _-]{1,10}");
    private static final int LONGEST_REASON = 500;

    private ClosingRules() {}

    /** Tells whether the teacher has not signed in for so long, or never. */
    public static boolean isAbsent(Instant lastSignIn, Instant now) {
        return lastSignIn == null || !lastSignIn.plus(ABSENCE).isAfter(now);
    }

    /**
     * Returns why it may be closed.
     *
     * @param requested whether a matching wish of the teacher's waits
     * @throws Refusal CONFLICT when there is no reason
     */
    static String ground(boolean requested, Instant lastSignIn, Instant now) {
        if (requested) {
            return REQUEST;
        }
        if (isAbsent(lastSignIn, now)) {
            return ABSENT;
        }
        throw new Refusal(
                ErrorCode.CONFLICT,
                "The teacher has not asked for this and was here within the last 180 days. Ask the"
                        + " teacher to request it.");
    }

    /**
     * Requires what may stand for a period.
     *
     * @throws Refusal naming {@code period}
     */
    static String period(String typed) {
        String period = typed == null ? "" : typed.strip();
        if (!PERIOD.matcher(period).matches()) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "period",
                    "A period has at most 10 letters, digits, spaces, - or _.");
        }
        return period;
    }

    /**
     * Requires what may be said as a reason; null for nothing.
     *
     * @throws Refusal naming {@code reason}
     */
    static String reason(String typed) {
        String reason = typed == null || typed.isBlank() ? null : typed.strip();
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "reason", "Say it in at most 500 letters.");
        }
        return reason;
    }
}
