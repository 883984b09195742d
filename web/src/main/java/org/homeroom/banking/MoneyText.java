package org.homeroom.banking;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Refusal;

/** Money of a class as people type it into a page and as clients send it. */
public final class MoneyText {

    private MoneyText() {}

    /** Reads minor units; the refusal names the field. A comma or true minus is taken as meant. */
    public static long minor(String field, String text, String currency) {
        try {
            String plain =
                    (text == null ? "" : text.strip()).replace('\u2212', '-').replace(',', '.');
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

    static Refusal wrong(String field, String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
    }
}
