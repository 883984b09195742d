package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.util.UUID;
import org.homeroom.kernel.MoneyJson;

/**
 * An account on the wire; owner fields are null for an account of the class.
 *
 * @param held what is set aside now
 * @param available what may be spent: the balance without what is set aside
 */
public record AccountJson(
        UUID id,
        UUID classId,
        String kind,
        @Nullable UUID ownerId,
        @Nullable String ownerName,
        MoneyJson balance,
        MoneyJson held,
        MoneyJson available,
        long version) {

    static AccountJson of(AccountRow row) {
        return new AccountJson(
                row.id(),
                row.classId(),
                row.kind(),
                row.ownerId(),
                row.ownerName(),
                MoneyJson.of(row.balance(), row.currency()),
                MoneyJson.of(row.held(), row.currency()),
                MoneyJson.of(row.available(), row.currency()),
                row.version());
    }
}
