package org.homeroom.roster;

import java.security.SecureRandom;
import java.util.Locale;

/** The six signs that lead to a class, without those that look alike (economy.md 3.1). */
public final class JoinCode {

    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private JoinCode() {}

    /** Draws a code that nobody can foresee. */
    public static String draw() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /**
     * Returns the code as it is stored, from what a person typed; spaces and capitals do not
     * matter.
     */
    public static String typed(String text) {
        return text == null ? "" : text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
