package org.homeroom.attendance;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeroom.kernel.CsvCell;

/** Taps as a table for spreadsheets. Times are the class's, with their offset from UTC. */
final class TapCsv {

    static final String HEAD =
            "at,student,action,reason,source,recorded_by,recorded_at,counts,paid,paired,added_reason,replaces,"
                    + "removed_at,removed_by,removed_reason,student_id,tap_id\r\n";

    private TapCsv() {}

    static String line(TapRow tap, ZoneId zone) {
        return Stream.of(
                        at(tap.at(), zone),
                        CsvCell.text(tap.student()),
                        tap.action().wire(),
                        text(tap.reason()),
                        tap.source(),
                        text(tap.recordedBy()),
                        at(tap.recordedAt(), zone),
                        Boolean.toString(tap.counts()),
                        Boolean.toString(tap.paid()),
                        Boolean.toString(tap.paired()),
                        text(tap.why()),
                        at(tap.replaces(), zone),
                        at(tap.removed(), zone),
                        text(tap.removedBy()),
                        text(tap.removedWhy()),
                        tap.studentId().toString(),
                        tap.id().toString())
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String text(String value) {
        return CsvCell.text(Objects.toString(value, ""));
    }

    private static String at(Instant instant, ZoneId zone) {
        return instant == null
                ? ""
                : instant.atZone(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
