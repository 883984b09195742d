package org.homeroom.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Hours of a week as people write them, such as {@code 2.5}. */
public final class HoursText {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private HoursText() {}

    /** Reads minutes as people type the hours; the refusal names the field. */
    public static int typed(String field, String text) {
        return minutes(field, NumberText.rate(field, text));
    }

    /** Reads minutes, rounded; the refusal names the field. */
    public static int minutes(String field, String text) {
        String plain = text == null ? "" : text.strip();
        if (plain.startsWith("-")) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, field, "This cannot be below zero.");
        }
        if (plain.matches("0*[1-9]\\d{3,}(\\.\\d{1,2})?")) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, field, "The hours of a week go from 0.25 to 80.");
        }
        if (!plain.matches("\\d{1,3}(\\.\\d{1,2})?")) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    field,
                    "Write the hours of a week as 0.25 to 80, with at most two decimals, such as"
                            + " 2.5.");
        }
        return new BigDecimal(plain)
                .multiply(MINUTES)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /** Writes minutes as hours. */
    public static String of(int minutes) {
        BigDecimal hours =
                BigDecimal.valueOf(minutes)
                        .divide(MINUTES, 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return hours.setScale(Math.max(0, hours.scale())).toPlainString();
    }
}
