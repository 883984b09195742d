package org.homeroom.identity;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lets somebody in once who has lost the authenticator: twelve signs in groups of four, 59
 * bits, without those that look like others.
 */
final class RecoveryCode {

    /** How many a person gets at a time. */
    static final int COUNT = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;
    private static final Pattern FORM = Pattern.compile("[a-z2-9]{" + GROUPS * GROUP + "}");

    private RecoveryCode() {}

    /** Draws a person's codes. */
    static List<String> draw() {
        return Stream.generate(RecoveryCode::one).limit(COUNT).toList();
    }

    /** Returns the code as it is marked, however it was typed; null when it is none. */
    static String plain(String typed) {
        String plain = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return FORM.matcher(plain).matches() ? plain : null;
    }

    private static String one() {
        return Stream.generate(RecoveryCode::group).limit(GROUPS).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(GROUP, 0, SIGNS.length())
                .mapToObj(at -> SIGNS.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
