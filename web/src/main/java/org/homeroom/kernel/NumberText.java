package org.homeroom.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as people type them into pages: with a point or a comma before the decimals, and with
 * marks or spaces between the thousands. What could be a thousand or a one is refused, not guessed.
 */
public final class NumberText {

    private static final Pattern SPACE = Pattern.compile("[\\p{Zs}'\u2019]");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,17}(?:[.,]\\d{1,17})?");
    private static final Pattern GROUPED =
            Pattern.compile(
                    "([+-]?[1-9]\\d{0,2}(?:([., ])\\d{3})(?:\\2\\d{3})*)(?:(?!\\2)[.,](\\d{1,17}))?");
    private static final Pattern AMBIGUOUS = Pattern.compile("([+-]?[1-9]\\d{0,2})([.,])(\\d{3})");

    private NumberText() {}

    /**
     * Returns money as programs write it, such as {@code 1000.00}; a text that is no number as it
     * stands, for the refusal of whoever reads it.
     *
     * @throws Refusal for a text such as {@code 1,000} and {@code 1.000}, that says how to write it
     */
    public static String amount(String field, String text) {
        String typed = typed(text);
        Matcher two = AMBIGUOUS.matcher(typed);
        if (two.matches()) {
            throw ambiguous(
                    field,
                    typed,
                    two.group(1) + two.group(3) + ".00",
                    two.group(1) + "." + two.group(3).substring(0, 2));
        }
        return plain(typed);
    }

    /**
     * Returns a rate, a percentage or a number of hours likewise. A point alone stands before its
     * decimals, however many these are: so pages show rates.
     *
     * @throws Refusal for a text such as {@code 1,125}, that says how to write it
     */
    public static String rate(String field, String text) {
        String typed = typed(text);
        Matcher two = AMBIGUOUS.matcher(typed);
        if (two.matches() && two.group(2).equals(",")) {
            throw ambiguous(
                    field, typed, two.group(1) + two.group(3), two.group(1) + "." + two.group(3));
        }
        return PLAIN.matcher(typed).matches() ? typed.replace(',', '.') : plain(typed);
    }

    private static String typed(String text) {
        return text == null
                ? ""
                : SPACE.matcher(text.strip()).replaceAll(" ").replace('\u2212', '-');
    }

    private static String plain(String typed) {
        Matcher grouped = GROUPED.matcher(typed);
        if (grouped.matches()) {
            String whole = grouped.group(1).replaceAll("[., ]", "");
            return grouped.group(3) == null ? whole : whole + "." + grouped.group(3);
        }
        return PLAIN.matcher(typed).matches() ? typed.replace(',', '.') : typed;
    }

    private static Refusal ambiguous(String field, String typed, String large, String small) {
        return new Refusal(
                ErrorCode.VALIDATION_ERROR,
                field,
                typed + " can be read in two ways. Write " + large + " or " + small + ".");
    }
}
