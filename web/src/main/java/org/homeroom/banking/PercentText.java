package org.homeroom.banking;

import java.math.BigDecimal;
import org.homeroom.kernel.NumberText;

/** A rate of interest as people write it: percent. */
final class PercentText {

    private static final int DIGITS = 4;

    private PercentText() {}

    /** Reads millionths as people type the percent; the refusal names the field. */
    static long typed(String field, String text) {
        return micros(field, NumberText.rate(field, text));
    }

    /** Reads millionths; the refusal names the field. */
    static long micros(String field, String text) {
        String plain = text == null ? "" : text.strip();
        if (plain.startsWith("-")) {
            throw MoneyText.wrong(field, "This cannot be below zero.");
        }
        if (!plain.matches("\\d{1,4}(\\.\\d{1,4})?")) {
            throw MoneyText.wrong(
                    field, "Write the rate in percent, such as 4.5, with at most four decimals.");
        }
        return new BigDecimal(plain).movePointRight(DIGITS).longValueExact();
    }

    /** Writes millionths as percent, such as {@code 4.5}. */
    static String of(long micros) {
        BigDecimal percent = BigDecimal.valueOf(micros, DIGITS).stripTrailingZeros();
        return percent.setScale(Math.max(0, percent.scale())).toPlainString();
    }
}
