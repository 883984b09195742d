package org.homeroom.payroll;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** A rate as people write it: tokens a second, a minute, an hour or a day (economy.md 5.1). */
final class RateText {

    private static final int DIGITS = 6;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(60);
    private static final Map<String, BigDecimal> MINUTES =
            Map.of(
                    "minute",
                    BigDecimal.ONE,
                    "hour",
                    BigDecimal.valueOf(60),
                    "day",
                    BigDecimal.valueOf(1440));

    private RateText() {}

    /** Reads for how long a rate is written. */
    static RateUnit unit(String field, String code) {
        return RateUnit.of(code)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        ErrorCode.VALIDATION_ERROR,
                                        field,
                                        "Choose second, minute, hour or day."));
    }

    /** Reads millionths of a token a minute. */
    static long micros(String field, String text) {
        return read(field, text).longValueExact();
    }

    /**
     * Reads millionths of a token a minute, to the nearest.
     *
     * @param per what the rate is for: second, minute, hour or day
     */
    static long micros(String field, String text, String per) {
        RateUnit unit = unit(field, per);
        BigDecimal written = read(field, text);
        return unit == RateUnit.SECOND
                ? exact(field, written.multiply(SECONDS))
                : written.divide(MINUTES.get(per), 0, RoundingMode.HALF_UP).longValueExact();
    }

    /**
     * Writes millionths of a token a minute with two decimals, or as few more as it takes to read
     * the same again.
     *
     * @return null when six do not say it, as with a rate by the second that was set by the minute
     */
    static String write(long micros, RateUnit unit) {
        BigDecimal minute = BigDecimal.valueOf(micros, DIGITS);
        BigDecimal exact =
                unit == RateUnit.SECOND
                        ? minute.divide(SECONDS, 2 * DIGITS, RoundingMode.HALF_UP)
                        : minute.multiply(MINUTES.get(unit.code()));
        for (int digits = 2; digits <= DIGITS; digits++) {
            String text = exact.setScale(digits, RoundingMode.HALF_UP).toPlainString();
            if (micros("", text, unit.code()) == micros) {
                return text;
            }
        }
        return null;
    }

    private static BigDecimal read(String field, String text) {
        try {
            BigDecimal micros =
                    new BigDecimal(plain(text == null ? "" : text.strip())).movePointRight(DIGITS);
            exact(field, micros);
            return micros;
        } catch (NumberFormatException e) {
            throw wrong(field);
        }
    }

    private static long exact(String field, BigDecimal micros) {
        try {
            return micros.longValueExact();
        } catch (ArithmeticException e) {
            throw micros.stripTrailingZeros().scale() > 0 ? wrong(field) : tooMuch(field);
        }
    }

    private static Refusal wrong(String field) {
        return new Refusal(
                ErrorCode.VALIDATION_ERROR,
                field,
                "Write the rate as a number such as 0.25, with at most six decimals, up to 1000"
                        + " tokens a minute.");
    }

    private static Refusal tooMuch(String field) {
        return new Refusal(
                ErrorCode.VALIDATION_ERROR, field, "The rate goes from 0 to 1000 tokens a minute.");
    }

    private static String plain(String text) {
        if (text.contains("e") || text.contains("E")) {
            throw new NumberFormatException(text);
        }
        return text;
    }
}
