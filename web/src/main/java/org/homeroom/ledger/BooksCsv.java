package org.homeroom.ledger;

import java.util.Objects;
import java.util.stream.Collectors;
import org.homeroom.kernel.CsvCell;
import org.homeroom.kernel.Money;

/** A trial balance as a table for spreadsheets: debit what is below zero, credit the rest. */
final class BooksCsv {

    private static final String HEAD = "account,student,debit,credit,currency,account_id\r\n";

    private BooksCsv() {}

    static String of(ClassBooks books) {
        return books.accounts().stream()
                .map(BooksCsv::line)
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(AccountRow one) {
        String held = new Money(Math.abs(one.balance()), one.currency()).toDecimal();
        return String.join(
                        ",",
                        one.kind(),
                        CsvCell.text(Objects.toString(one.ownerName(), "")),
                        one.balance() < 0 ? held : "",
                        one.balance() < 0 ? "" : held,
                        one.currency(),
                        one.id().toString())
                + "\r\n";
    }
}
