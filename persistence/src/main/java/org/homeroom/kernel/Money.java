package org.homeroom.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount in minor units of one currency. Class tokens are the currency {@code TOK} with
 * two digits; real currencies take their digits from ISO 4217 (design.md section 3).
 *
 * @param minor the amount in minor units, negative for a debt
 * @param currency {@code TOK} or an ISO 4217 code, never null
 */
public record Money(long minor, String currency) {

    /** The currency of class tokens. */
    public static final String TOKENS = "TOK";

    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    /** Returns that many hundredths of a class token. */
    public static Money tokens(long minor) {
        return new Money(minor, TOKENS);
    }

    /**
     * Reads a decimal such as {@code 7.50}.
     *
     * @throws Refusal with {@link ErrorCode#VALIDATION_ERROR} when the text is no number, has more
     *     digits than the currency, or overflows
     */
    public static Money parse(String decimal, String currency) {
        int digits = digits(currency);
        try {
            BigDecimal value = plain(decimal).setScale(digits, RoundingMode.UNNECESSARY);
            return new Money(value.movePointRight(digits).longValueExact(), currency);
        } catch (ArithmeticException | NumberFormatException | NullPointerException e) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "amount",
                    "Write the amount as a number with at most "
                            + digits
                            + " decimals, such as 7.50.");
        }
    }

    // BigDecimal alone would also read 1e999999999 and try to write it out.
    private static BigDecimal plain(String decimal) {
        String text = decimal.strip();
        if (!text.matches("[+-]?\\d{1,17}(\\.\\d{1,17})?")) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text);
    }

    /**
     * Adds an amount of the same currency.
     *
     * @throws IllegalArgumentException when the currencies differ
     * @throws ArithmeticException on overflow
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    /** Returns the opposite amount. */
    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** Returns the amount as a plain decimal with the currency's digits, such as {@code -7.50}. */
    public String toDecimal() {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    private static int digits(String currency) {
        return TOKENS.equals(currency)
                ? 2
                : Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
