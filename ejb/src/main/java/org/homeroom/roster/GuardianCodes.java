package org.homeroom.roster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a family's code is written: three groups of four signs, 60 random bits. */
final class GuardianCodes {

    private static final Pattern TWO_DRAWS = Pattern.compile("(.{4})(.{4})(.{4})");

    private GuardianCodes() {}

    /** Draws a code that nobody can foresee, such as {@code ABCD-EFGH-JKLM}. */
    static String draw() {
        Matcher parts = TWO_DRAWS.matcher(JoinCode.draw() + JoinCode.draw());
        return parts.replaceFirst("$1-$2-$3");
    }

    /** Returns what is hashed of a code that a person typed; dashes and capitals do not matter. */
    static String subject(String typed) {
        return "guardian:" + JoinCode.typed(typed);
    }
}
