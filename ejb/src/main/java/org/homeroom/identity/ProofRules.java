package org.homeroom.identity;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** What a password, PIN and passphrase must be (learning.md section 2, economy.md 3.4). */
public final class ProofRules {

    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST = 200;
    private static final int SHORTEST_PASSPHRASE = 8;

    private ProofRules() {}

    /**
     * Requires 8 to 200 characters with an upper-case and a lower-case letter, a digit and a sign.
     *
     * @throws Refusal naming {@code password}
     */
    public static void requirePassword(String password) {
        boolean good =
                password != null
                        && password.codePointCount(0, password.length()) >= SHORTEST_PASSWORD
                        && password.length() <= LONGEST
                        && password.codePoints().anyMatch(Character::isUpperCase)
                        && password.codePoints().anyMatch(Character::isLowerCase)
                        && password.codePoints().anyMatch(Character::isDigit)
                        && password.codePoints().anyMatch(sign -> !Character.isLetterOrDigit(sign));
        require(
                good,
                "password",
                "A password has at least 8 characters: a capital, a small letter, a digit and a sign.");
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

    private static void require(boolean good, String field, String message) {
        if (!good) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
        }
    }
}
