package org.homeroom.banking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.NumberText;
import org.homeroom.kernel.Refusal;

/** Money of a class as people type it into a page and as clients send it. */
public final class MoneyText {

    private static final Pattern BEYOND = Pattern.compile("([+-]?)\\d{18,}(\\.\\d+)?");
    private static final long MOST = 9_000_000_000_000_000_000L;

    private MoneyText() {}

    /**
     * Reads minor units as people type them; the refusal names the field. What no number can hold
     * is read as more than anything allows, so that the rule that bounds it is what refuses it.
     */
    public static long minor(String field, String text, String currency) {
        String plain = NumberText.amount(field, text);
        Matcher beyond = BEYOND.matcher(plain);
        if (beyond.matches()) {
            return beyond.group(1).equals("-") ? -MOST : MOST;
        }
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
