package org.homeroom.ledger;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeroom.kernel.CsvCell;
import org.homeroom.kernel.Money;

/** A statement as a table for spreadsheets. Times are the class's, with their offset from UTC. */
final class StatementCsv {

    private static final String HEAD =
            "recorded_at,kind,description,amount,balance_after,currency,cause_type,cause_id,"
                    + "entry_id,seal_position\r\n";

    private StatementCsv() {}

    static String of(Statement statement) {
        return statement.rows().stream()
                .map(row -> line(statement, row))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(Statement statement, EntryRow row) {
        String currency = statement.account().currency();
        String at =
                row.recordedAt()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atZone(statement.zone())
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        return Stream.of(
                        at,
                        row.kind(),
                        CsvCell.text(row.description()),
                        new Money(row.amount(), currency).toDecimal(),
                        row.balanceAfter() == null
                                ? ""
                                : new Money(row.balanceAfter(), currency).toDecimal(),
                        currency,
                        row.cause().type(),
                        Objects.toString(row.cause().id(), ""),
                        row.entryId().toString(),
                        Objects.toString(row.sealPosition(), ""))
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
