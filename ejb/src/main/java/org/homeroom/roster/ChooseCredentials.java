package org.homeroom.roster;

/**
 * Take the recognised seat with a user name made around the word.
 *
 * @param word 3 to 12 letters
 * @param pin 4 to 8 digits, not all the same
 * @param passphrase at least three words, or 12 characters
 */
public record ChooseCredentials(String word, String pin, String passphrase) {

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "ChooseCredentials[]";
    }
}
