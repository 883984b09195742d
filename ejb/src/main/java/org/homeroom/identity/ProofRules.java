package org.homeroom.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** What a password, PIN and passphrase must be (learning.md section 2, economy.md 3.4). */
public final class ProofRules {

    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST = 200;
    private static final int SHORTEST_PASSPHRASE = 8;

    /** Words that lists of stolen passwords begin with, whatever digits and signs follow. */
    private static final Set<String> GUESSED_FIRST =
            Set.of(
                    "password",
                    "passwort",
                    "welcome",
                    "qwerty",
                    "qwertz",
                    "letmein",
                    "iloveyou",
                    "admin",
                    "administrator",
                    "changeme",
                    "default",
                    "secret",
                    "school",
                    "teacher",
                    "student",
                    "homeroom",
                    "classroom",
                    "abc",
                    "abcd",
                    "princess",
                    "dragon",
                    "monkey",
                    "football",
                    "baseball",
                    "sunshine",
                    "spring",
                    "summer",
                    "autumn",
                    "winter",
                    "test",
                    "testing",
                    "guest");

    private ProofRules() {}

    /**
     * Requires 8 to 200 characters with an upper-case and a lower-case letter, a digit and a sign,
     * and more than one of the words that everybody tries first.
     *
     * @throws Refusal naming {@code password} and saying all that is missing
     */
    public static void requirePassword(String password) {
        String given = password == null ? "" : password;
        List<String> missing = new ArrayList<>();
        if (given.codePointCount(0, given.length()) < SHORTEST_PASSWORD) {
            missing.add("at least 8 characters");
        }
        need(given, Character::isUpperCase, "a capital letter", missing);
        need(given, Character::isLowerCase, "a small letter", missing);
        need(given, Character::isDigit, "a digit", missing);
        need(given, sign -> !Character.isLetterOrDigit(sign), "a sign", missing);
        require(
                missing.isEmpty(),
                "password",
                "A password needs more: " + String.join(", ", missing) + ".");
        require(given.length() <= LONGEST, "password", "A password has at most 200 characters.");
        String letters = given.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        require(
                !GUESSED_FIRST.contains(letters),
                "password",
                "That is among the first passwords that others try. Choose another.");
    }

    /**
     * Requires 4 to 8 digits that are not all the same.
     *
     * @throws Refusal naming {@code pin}
     */
    public static void requirePin(String pin) {
        require(pin != null && pin.matches("[0-9]{4,8}"), "pin", "A PIN has 4 to 8 digits.");
        require(pin.chars().distinct().count() > 1, "pin", "Choose a PIN with different digits.");
    }

    /**
     * Requires 8 to 200 characters of which at least four differ.
     *
     * @throws Refusal naming {@code passphrase}
     */
    public static void requirePassphrase(String passphrase) {
        boolean good =
                passphrase != null
                        && passphrase.strip().length() >= SHORTEST_PASSPHRASE
                        && passphrase.length() <= LONGEST
                        && passphrase.chars().distinct().count() >= 4;
        require(good, "passphrase", "A passphrase has at least 8 letters. Three words are good.");
    }

    private static void need(
            String password, IntPredicate kind, String name, List<String> missing) {
        if (password.codePoints().noneMatch(kind)) {
            missing.add(name);
        }
    }

    private static void require(boolean good, String field, String message) {
        if (!good) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
        }
    }
}
