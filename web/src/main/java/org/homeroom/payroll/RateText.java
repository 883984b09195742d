package org.homeroom.payroll;

import java.math.BigDecimal;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** A rate as people write it: tokens a minute. */
final class RateText {

    private static final int DIGITS = 6;

    private RateText() {}

    /** Reads millionths of a token. */
    static long micros(String text) {
        try {
            return new BigDecimal(plain(text.strip())).movePointRight(DIGITS).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "rate_per_minute",
                    "Write the rate as a number such as 0.25, with at most six decimals.");
        }
    }

    private static String plain(String text) {
        if (text.contains("e") || text.contains("E")) {
            throw new NumberFormatException(text);
        }
        return text;
    }
}
