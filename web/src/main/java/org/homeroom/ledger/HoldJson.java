package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Refusal;

/**
 * An amount set aside, on the wire.
 *
 * @param state {@code held}, {@code released}, {@code captured} or {@code expired}
 * @param endedAt null unless somebody released or captured it
 * @param entryId what a captured one became; null otherwise
 */
public record HoldJson(
        UUID id,
        UUID classId,
        UUID accountId,
        UUID studentId,
        MoneyJson amount,
        String reason,
        Instant placedAt,
        Instant expiresAt,
        String state,
        @Nullable Instant endedAt,
        @Nullable UUID entryId) {

    static HoldJson of(Hold hold) {
        return new HoldJson(
                hold.id(),
                hold.bookId(),
                hold.accountId(),
                hold.studentId(),
                MoneyJson.of(hold.amount(), hold.currency()),
                hold.reason(),
                hold.placedAt(),
                hold.expiresAt(),
                hold.state(),
                hold.endedAt(),
                hold.entryId());
    }

    /** Reads an amount of the class's own currency in minor units. */
    static long minor(@Nullable MoneyJson amount, String currency) {
        if (amount == null) {
            throw wrong("Send amount with its currency, such as 2.00 and TOK.");
        }
        Money money = amount.toMoney();
        if (!money.currency().equals(currency)) {
            throw wrong("This class's money is " + currency + ".");
        }
        return money.minor();
    }

    private static Refusal wrong(String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, "amount", message);
    }
}
