package org.homeroom.kernel;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Money on the wire: a decimal string with the currency's digits, never a JSON number.
 *
 * @param amount such as {@code 7.50}
 * @param currency {@code TOK} for class tokens or an ISO 4217 code
 */
public record MoneyJson(String amount, String currency) {

    /** Writes an amount in minor units. */
    public static MoneyJson of(long minor, String currency) {
        return of(new Money(minor, currency));
    }

    /** Writes money. */
    public static MoneyJson of(Money money) {
        return new MoneyJson(money.toDecimal(), money.currency());
    }

    /**
     * Reads the amount in minor units.
     *
     * @throws Refusal with {@link ErrorCode#VALIDATION_ERROR} when it is no amount of its currency
     */
    public long toMinor() {
        return toMoney().minor();
    }

    /**
     * Reads the money.
     *
     * @throws Refusal with {@link ErrorCode#VALIDATION_ERROR} when it is no amount of its currency
     */
    @JsonIgnore
    public Money toMoney() {
        if (currency == null || !currency.matches("[A-Z]{3}")) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "currency",
                    "Name the currency with three letters, such as TOK.");
        }
        try {
            return Money.parse(amount, currency);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "currency",
                    "The currency " + currency + " is unknown.");
        }
    }
}
