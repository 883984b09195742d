package org.homeroom.payroll;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeroom.kernel.CsvCell;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Sentences;
import org.homeroom.roster.ClassRef;

/** The lines of a pay run as a table for spreadsheets. */
final class PayLineCsv {

    private static final String HEAD =
            "student,seconds,rate_per_minute,amount,corrected,marked,total,currency,taps,paid_before,"
                    + "notes,student_id,entry_id\r\n";

    private PayLineCsv() {}

    static String of(List<PayLine> lines, ClassRef owned) {
        return lines.stream()
                .map(line -> line(line, owned))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(PayLine line, ClassRef owned) {
        ZoneId zone = owned.zone();
        String notes =
                line.notes().stream()
                        .map(code -> Sentences.say(PayNote.sentence(code, line, zone)))
                        .collect(Collectors.joining(" "));
        return Stream.of(
                        CsvCell.text(line.displayName()),
                        String.valueOf(line.seconds()),
                        PaySettings.decimal(line.rateMicrosPerMinute()),
                        amount(line.amount(), owned),
                        amount(line.corrected(), owned),
                        amount(line.marked(), owned),
                        amount(line.net(), owned),
                        owned.currency(),
                        String.valueOf(line.taps()),
                        line.from() == null
                                ? ""
                                : line.from()
                                        .atZone(zone)
                                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                        CsvCell.text(notes),
                        line.studentId().toString(),
                        Objects.toString(line.entryId(), ""))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String amount(long minor, ClassRef owned) {
        return new Money(minor, owned.currency()).toDecimal();
    }
}
