package org.homeroom.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Wait;

/** Five wrong tries in a row, then the name rests for five minutes (ui.md section 8, sign-in). */
public final class ThrottleRules {

    /** How many wrong tries in a row lead to a rest. */
    public static final int ALLOWED = 5;

    /** How long a name rests. */
    public static final Duration REST = Duration.ofMinutes(5);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private ThrottleRules() {}

    /** The answer while a name rests, whether or not it belongs to anybody. */
    public static Wait resting(Instant until, Instant now, ZoneId zone, boolean byPin) {
        // Rounded up to the minute that is shown, so that nobody comes back seconds too early.
        ZonedDateTime shown = until.plusSeconds(59).atZone(zone);
        String message =
                "Your account is resting until "
                        + CLOCK.format(shown)
                        + (byPin ? ". Your teacher can wake it." : ". Try again then.");
        return new Wait(
                ErrorCode.RATE_LIMIT_EXCEEDED,
                message,
                Duration.between(now, until).toSeconds() + 1);
    }

    /** The one answer for an unknown name and for a wrong proof at the door. */
    public static Refusal wrong(int failed, boolean byPin) {
        String what = byPin ? "PIN" : "password";
        return new Refusal(
                ErrorCode.AUTHENTICATION_ERROR,
                "That name and " + what + " do not go together. " + left(failed));
    }

    /** The answer to a wrong or used code after the right password. */
    public static Refusal wrongCode(int failed) {
        return new Refusal(
                ErrorCode.AUTHENTICATION_ERROR,
                "totp",
                "That code did not match or was used. Wait for the next one. " + left(failed));
    }

    /** The answer to a wrong proof of somebody who is already in. */
    public static Refusal wrongAgain(String field, int failed) {
        String what = field.equals("pin") ? "PIN" : field;
        return new Refusal(
                ErrorCode.AUTHORIZATION_ERROR,
                field,
                "That " + what + " did not match. " + left(failed));
    }

    /** The answer to a caller whose account no longer exists or was closed. */
    public static Refusal gone() {
        return new Refusal(
                ErrorCode.AUTHENTICATION_ERROR, "Your account was closed. Ask your school.");
    }

    private static String left(int failed) {
        int left = Math.max(0, ALLOWED - failed);
        return switch (left) {
            case 0 -> "The account rests for " + REST.toMinutes() + " minutes now.";
            case 1 -> "1 try left.";
            default -> left + " tries left.";
        };
    }
}
