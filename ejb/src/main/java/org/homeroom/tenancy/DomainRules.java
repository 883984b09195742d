package org.homeroom.tenancy;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** Which names may be a school's own domain (tenancy.md section 2). */
final class DomainRules {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    // The last label of a name is never a number; of an address it always is.
    private static final Pattern NAME = Pattern.compile("(?:" + LABEL + "\\.)+(?!\\d+$)" + LABEL);
    private static final int LONGEST = 253;

    private DomainRules() {}

    /**
     * Returns the name as hosts are compared: lower case, ASCII, no dot at the end.
     *
     * @param base the installation's own name, whose subdomains are given by the district alone
     * @throws Refusal naming {@code host}
     */
    static String require(String typed, String base) {
        String name = plain(typed);
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw refusal("Write a domain of your own, such as school.example.org.");
        }
        if (name.equals(base) || name.endsWith("." + base) || name.endsWith(".localhost")) {
            throw refusal(
                    "Names of this installation are given by the district. Write one of your own.");
        }
        return name;
    }

    private static String plain(String typed) {
        String text = typed == null ? "" : typed.strip();
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Refusal refusal(String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, "host", message);
    }
}
