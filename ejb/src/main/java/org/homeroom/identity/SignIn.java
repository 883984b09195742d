package org.homeroom.identity;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/**
 * Asks to be let in with a user name and one proof, a password or a PIN; the other is null.
 *
 * @param username in any capitals
 * @param totp a code of the authenticator or a recovery code, for accounts that ask for one; else
 *     null
 * @param passphrase a student's, beside the PIN where that is not enough; else null
 */
public record SignIn(String username, String password, String pin, String totp, String passphrase) {

    private static final int LONGEST = 200;

    /** Asks with one proof alone. */
    public SignIn(String username, String password, String pin) {
        this(username, password, pin, null, null);
    }

    public SignIn {
        require(username != null && !username.isBlank(), "username", "Type your username.");
        require(username.length() <= LONGEST, "username", "That username is too long.");
        String field = pin == null ? "password" : "pin";
        String proof = pin == null ? password : pin;
        require(password == null || pin == null, "pin", "Send a password or a PIN, not both.");
        require(
                proof != null && !proof.isEmpty(),
                field,
                pin == null ? "Type your password." : "Type your PIN.");
        require(proof.length() <= LONGEST, field, "That is too long.");
        require(totp == null || totp.length() <= LONGEST, "totp", "That is too long.");
        require(
                passphrase == null || passphrase.length() <= LONGEST,
                "passphrase",
                "That is too long.");
        username = username.strip();
        passphrase = passphrase == null || passphrase.isBlank() ? null : passphrase.strip();
    }

    /** Tells whether the proof is a PIN. */
    public boolean byPin() {
        return pin != null;
    }

    /** Returns the proof itself. */
    public String proof() {
        return byPin() ? pin : password;
    }

    /** Keeps the proof out of logs. */
    @Override
    public String toString() {
        return "SignIn[" + username + "]";
    }

    private static void require(boolean good, String field, String message) {
        if (!good) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
        }
    }
}
