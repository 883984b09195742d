package org.homeroom.banking;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Refusal;

/** Money as people type it into a page. */
final class MoneyText {

    private MoneyText() {}

    /** Reads minor units; the refusal names the field. A comma or true minus is taken as meant. */
    static long minor(String field, String text, String currency) {
        try {
            String plain =
                    (text == null ? "" : text.strip()).replace('\u2212', '-').replace(',', '.');
            return Money.parse(plain, currency).minor();
        } catch (Refusal refusal) {
            throw wrong(field, refusal.getMessage());
        }
    }

    static Refusal wrong(String field, String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
    }
}
