package org.homeroom.identity;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a badge says: 24 signs in groups of four, 120 bits (ecosystem.md D2 asks for 112), without
 * those that look like others. It names nobody and is worth nothing without the PIN. Badges from
 * when they had 16 signs stay good.
 */
final class BadgeCode {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GROUPS = 6;
    private static final int GROUP = 4;

    private BadgeCode() {}

    /** Draws a code such as {@code ABCD-EFGH-JKLM-NPQR-STUV-WXYZ}. */
    static String draw() {
        return Stream.generate(BadgeCode::group).limit(GROUPS).collect(Collectors.joining("-"));
    }

    /** Returns the code as it is stored, however it was scanned or typed. */
    static byte[] hash(String typed) {
        return Secrets.hash("badge " + typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }

    private static String group() {
        return RANDOM.ints(GROUP, 0, SIGNS.length())
                .mapToObj(at -> SIGNS.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
