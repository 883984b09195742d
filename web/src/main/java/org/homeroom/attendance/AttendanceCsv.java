package org.homeroom.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.homeroom.kernel.CsvCell;
import org.homeroom.roster.StudentRef;

/**
 * Days of a class as a table for spreadsheets: every student on one day; on several, those with
 * time or a mark. Times are the class's, with their offset from UTC.
 */
final class AttendanceCsv {

    static final String HEAD =
            "day,student,seconds,first_in,last_out,visits,mark,note,marked_by,student_id\r\n";

    private AttendanceCsv() {}

    static String of(AttendanceSpan span, List<DatedMark> marks) {
        Map<LocalDate, Map<UUID, DatedMark>> byDay = new HashMap<>();
        marks.forEach(
                mark ->
                        byDay.computeIfAbsent(mark.day(), day -> new HashMap<>())
                                .put(mark.studentId(), mark));
        StringBuilder table = new StringBuilder(HEAD);
        boolean single = span.from().equals(span.to());
        span.from()
                .datesUntil(span.to().plusDays(1))
                .forEach(
                        day -> {
                            for (StudentRef student : span.students()) {
                                PresentDay time = span.of(student.studentId(), day);
                                DatedMark mark =
                                        byDay.getOrDefault(day, Map.of()).get(student.studentId());
                                if (single || time != null || mark != null) {
                                    table.append(line(span, day, student, time, mark));
                                }
                            }
                        });
        return table.toString();
    }

    private static String line(
            AttendanceSpan span,
            LocalDate day,
            StudentRef student,
            PresentDay time,
            DatedMark mark) {
        ZoneId zone = span.classRef().zone();
        return String.join(
                        ",",
                        day.toString(),
                        CsvCell.text(student.displayName()),
                        time == null ? "0" : String.valueOf(time.seconds()),
                        time == null ? "" : at(time.first(), zone),
                        time == null ? "" : at(time.last(), zone),
                        time == null ? "0" : String.valueOf(time.visits()),
                        mark == null ? "" : mark.mark().wire(),
                        mark == null ? "" : text(mark.note()),
                        mark == null ? "" : text(mark.by()),
                        student.studentId().toString())
                + "\r\n";
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
