package org.homeroom.roster;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** How a teacher is recovered with the students' help (economy.md 15). */
public final class RecoveryRules {

    /** How long a request is good. */
    public static final Duration LIFE = Duration.ofDays(5);

    /** How many students may be asked at once; each code is compared slowly. */
    public static final int MOST = 12;

    static final Duration WINDOW = Duration.ofHours(1);
    static final int STARTS = 5;
    static final int STEPS = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SIX_DIGITS = 1_000_000;
    private static final int TOKEN_DRAWS = 5;

    private RecoveryRules() {}

    /** Returns what is hashed of a birth date's sum. */
    static String said(int sum) {
        return "recovery sum " + sum;
    }

    /** Returns what is hashed of a code: it is good for one request alone. */
    static String bound(UUID recovery, String code) {
        return "recovery " + recovery + " " + code;
    }

    /** Draws six digits. */
    static String drawDigits() {
        return String.format("%06d", RANDOM.nextInt(SIX_DIGITS));
    }

    /** Draws a token of 150 bits. */
    static String drawToken() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < TOKEN_DRAWS; i++) {
            token.append(JoinCode.draw());
        }
        return token.toString();
    }

    /**
     * Reads codes as people type them, one beside the other; a code may have a gap in its middle.
     */
    static List<String> codes(String typed) {
        String plain = typed == null ? "" : typed.replaceAll("(?<=\\b\\d{3})[ -](?=\\d{3}\\b)", "");
        return Arrays.stream(plain.split("[\\s,;]+")).filter(code -> !code.isEmpty()).toList();
    }

    /**
     * Tells whether there is one right code for each helper, in any order.
     *
     * @param matches whether a code belongs to a stored hash
     */
    static boolean fit(
            List<String> codes, List<AskedStudent> helpers, BiPredicate<String, String> matches) {
        if (codes.size() != helpers.size()
                || !codes.stream().allMatch(code -> code.matches("[0-9]{6}"))) {
            return false;
        }
        List<String> left = new ArrayList<>(codes);
        for (AskedStudent helper : helpers) {
            String right =
                    left.stream()
                            .filter(code -> matches.test(code, helper.codeHash()))
                            .findFirst()
                            .orElse(null);
            if (right == null) {
                return false;
            }
            left.remove(right);
        }
        return true;
    }

    /** The one answer whatever is wrong: names, date, or a teacher who set nothing up. */
    static Refusal wrong() {
        return new Refusal(
                ErrorCode.VALIDATION_ERROR,
                "These names and this date do not lead to a teacher who has set recovery up. Check"
                        + " both; after five wrong tries, wait an hour.");
    }

    /** The answer to a token that is good for nothing, or not any more. */
    static Refusal spent() {
        return new Refusal(
                ErrorCode.NOT_FOUND,
                "This recovery has ended or was never begun. Begin again from the first step.");
    }
}
