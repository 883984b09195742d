package org.homeroom.economy;

import java.util.List;
import java.util.stream.Collectors;
import org.homeroom.kernel.CsvCell;
import org.homeroom.kernel.Money;

/**
 * The students of a class as a table for spreadsheets (economy.md 13). Nobody is insured and nobody
 * owes rent as long as a school has neither.
 */
final class StudentsCsv {

    static final String HEAD =
            "first_name,last_initial,block,checking,savings,earnings,insurance,rent_enabled,"
                    + "setup_complete\r\n";

    private StudentsCsv() {}

    static String of(List<StudentLine> lines) {
        return lines.stream().map(StudentsCsv::line).collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(StudentLine one) {
        return String.join(
                        ",",
                        CsvCell.text(one.firstName()),
                        CsvCell.text(one.lastInitial()),
                        CsvCell.text(one.block()),
                        amount(one.checking(), one),
                        amount(one.savings(), one),
                        amount(one.earnings(), one),
                        "none",
                        "no",
                        one.complete() ? "yes" : "no")
                + "\r\n";
    }

    private static String amount(long minor, StudentLine one) {
        return new Money(minor, one.currency()).toDecimal();
    }
}
