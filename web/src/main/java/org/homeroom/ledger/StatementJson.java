package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.homeroom.kernel.MoneyJson;

/** A statement on the wire; rows newest first, {@code zone} is where its days are counted. */
public record StatementJson(
        AccountJson account,
        String zone,
        @Nullable Instant from,
        @Nullable Instant to,
        MoneyJson opening,
        MoneyJson closing,
        List<EntryJson> rows) {

    static StatementJson of(Statement statement) {
        String currency = statement.account().currency();
        return new StatementJson(
                AccountJson.of(statement.account()),
                statement.zone().getId(),
                statement.period().from(),
                statement.period().to(),
                MoneyJson.of(statement.opening(), currency),
                MoneyJson.of(statement.closing(), currency),
                statement.rows().stream().map(row -> EntryJson.of(row, currency)).toList());
    }
}
