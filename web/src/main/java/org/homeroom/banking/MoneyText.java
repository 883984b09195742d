package org.homeroom.banking;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.NumberText;
import org.homeroom.kernel.Refusal;

/** Money of a class as people type it into a page and as clients send it. */
public final class MoneyText {

    private MoneyText() {}

    /** Reads minor units as people type them; the refusal names the field. */
    public static long minor(String field, String text, String currency) {
        String plain = NumberText.amount(field, text);
        try {
            return Money.parse(plain, currency).minor();
        } catch (Refusal refusal) {
            throw wrong(field, refusal.getMessage());
        }
    }

    /** Reads an amount of the class's own currency in minor units; the refusal names the field. */
    public static long minor(String field, MoneyJson amount, String currency) {
        if (amount == null) {
            throw wrong(field, "Send amount with its currency, such as 2.00 and TOK.");
        }
        try {
            Money money = amount.toMoney();
            if (money.currency().equals(currency)) {
                return money.minor();
            }
        } catch (Refusal refusal) {
            throw wrong(field, refusal.getMessage());
        }
        throw wrong(field, "This class's money is " + currency + ".");
    }

    /** Reads what a teacher gives; the refusal names the field {@code kind}. */
    static AwardKind kind(String word) {
        return AwardKind.of(word)
                .orElseThrow(() -> wrong("kind", "Choose a kind: reward, fine or payment."));
    }

    static Refusal wrong(String field, String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
    }
}
