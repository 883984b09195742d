package org.homeroom.identity;

/**
 * Where somebody stands who asks to be let in.
 *
 * @param program whether it is a program, not a browser
 * @param deviceKey the key of a class's device, null without
 * @param browser the secret of a browser that may know students, null without
 */
public record StandingPlace(boolean program, String deviceKey, String browser) {

    /** A browser of which nothing is known, for those who come with no PIN. */
    public static final StandingPlace ANYWHERE = new StandingPlace(false, null, null);

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return program ? "a program" : "a browser";
    }
}
