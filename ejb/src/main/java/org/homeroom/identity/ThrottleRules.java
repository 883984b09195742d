package org.homeroom.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Wait;

/**
 * Five wrong tries in a row, then the name rests: five minutes at first (ui.md section 8, sign-in),
 * twice as long each time guessing goes on, at most an hour. From a network with many wrong tries
 * one is enough: who types it right is never kept out, since a class shares one address.
 */
public final class ThrottleRules {

    /** How many wrong tries in a row lead to a rest. */
    public static final int ALLOWED = 5;

    /** How long a name rests at first. */
    public static final Duration REST = Duration.ofMinutes(5);

    /** How long it rests at most. */
    public static final Duration LONGEST_REST = Duration.ofHours(1);

    /** How long wrong tries of a network count together. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    /** How many of them in a window are a class that mistypes; more are somebody who guesses. */
    public static final int ALLOWED_TOGETHER = 100;

    private static final Duration MEMORY = Duration.ofDays(1);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private ThrottleRules() {}

    /**
     * Returns how a name fares after one more wrong try. It starts anew a day after the last one.
     *
     * @param together wrong tries of the network in its window
     */
    public static Attempts wrongOnceMore(Attempts before, int together, Instant now) {
        if (before.rests(now)) {
            return new Attempts(ALLOWED, before.rests(), before.restingUntil(), now);
        }
        boolean forgotten = before.lastAt().plus(MEMORY).isBefore(now);
        boolean rested = before.restingUntil() != null;
        int rests = forgotten ? 0 : before.rests();
        int failed = forgotten || rested ? 1 : before.failed() + 1;
        if (failed < ALLOWED && together <= ALLOWED_TOGETHER) {
            return new Attempts(failed, rests, null, now);
        }
        return new Attempts(ALLOWED, rests + 1, now.plus(rest(rests)), now);
    }

    private static Duration rest(int restsBefore) {
        Duration rest = REST;
        for (int i = 0; i < restsBefore && rest.compareTo(LONGEST_REST) < 0; i++) {
            rest = rest.multipliedBy(2);
        }
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

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
    public static Refusal wrong(Attempts after, boolean byPin) {
        return new Refusal(
                ErrorCode.AUTHENTICATION_ERROR,
                (byPin
                                ? "That name and PIN do not go together. "
                                : "That name and password do not go together. ")
                        + left(after));
    }

    /** Likewise where the passphrase comes with the PIN. */
    static Refusal wrongTogether(Attempts after) {
        return new Refusal(
                ErrorCode.AUTHENTICATION_ERROR,
                "That name, PIN and passphrase do not go together. " + left(after));
    }

    /** Likewise for an unknown badge and for a wrong PIN with one. */
    public static Refusal wrongBadge(Attempts after) {
        return new Refusal(
                ErrorCode.AUTHENTICATION_ERROR,
                "That badge and PIN do not go together. " + left(after));
    }

    /** The answer to a key that opens nothing; 256 bits need no counting of tries. */
    static Refusal wrongKey() {
        return new Refusal(
                ErrorCode.AUTHENTICATION_ERROR,
                "key",
                "This key opens nothing any more. Ask for a new one.");
    }

    /** The answer to a wrong or used code after the right password. */
    public static Refusal wrongCode(Attempts after) {
        return new Refusal(
                ErrorCode.AUTHENTICATION_ERROR,
                "totp",
                "That code did not match or was used. Wait for the next one. " + left(after));
    }

    /** The answer to a wrong proof of somebody who is already in. */
    public static Refusal wrongAgain(String field, Attempts after) {
        String what = field.equals("pin") ? "PIN" : field;
        return new Refusal(
                ErrorCode.AUTHORIZATION_ERROR,
                field,
                "That " + what + " did not match. " + left(after));
    }

    /** The answer to a caller whose account no longer exists or was closed. */
    public static Refusal gone() {
        return new Refusal(
                ErrorCode.AUTHENTICATION_ERROR, "Your account was closed. Ask your school.");
    }

    private static String left(Attempts after) {
        int left = ALLOWED - after.failed();
        if (left <= 0) {
            long seconds = Duration.between(after.lastAt(), after.restingUntil()).toSeconds();
            return "The account rests for " + (seconds + 59) / 60 + " minutes now.";
        }
        return left == 1 ? "1 try left." : left + " tries left.";
    }
}
