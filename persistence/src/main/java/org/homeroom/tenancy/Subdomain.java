package org.homeroom.tenancy;

import java.util.Set;
import java.util.regex.Pattern;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** What the label of a school's host may be (tenancy.md section 2). */
public final class Subdomain {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{1,61}[a-z0-9])");
    private static final Set<String> RESERVED =
            Set.of(
                    "www",
                    "api",
                    "admin",
                    "app",
                    "mail",
                    "auth",
                    "static",
                    "cdn",
                    "status",
                    "help",
                    "ws",
                    "support",
                    "docs",
                    "platform");

    private Subdomain() {}

    /** Tells whether a school may have the label, which is lower case. */
    public static boolean isPossible(String label) {
        return LABEL.matcher(label).matches()
                && !label.startsWith("xn--")
                && !RESERVED.contains(label);
    }

    /**
     * Requires a label that a school may have.
     *
     * @throws Refusal naming {@code subdomain}
     */
    public static void require(String label) {
        if (label != null && RESERVED.contains(label)) {
            throw refusal("We keep the name " + label + " for ourselves. Choose another.");
        }
        if (label == null || !isPossible(label)) {
            throw refusal(
                    "Use 3 to 63 small letters, digits and hyphens. It begins and ends with a letter or digit.");
        }
    }

    private static Refusal refusal(String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, "subdomain", message);
    }
}
