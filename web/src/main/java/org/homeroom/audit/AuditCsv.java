package org.homeroom.audit;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeroom.kernel.CsvCell;

/** The audit as a table for spreadsheets; instants are UTC. */
final class AuditCsv {

    static final String HEAD =
            "seq,at,actor,actor_name,action,subject_type,subject,before,after,request_id,ip\r\n";

    private AuditCsv() {}

    static String line(AuditRow row) {
        return Stream.of(
                        row.seq(),
                        row.at(),
                        row.actorId(),
                        row.actorName(),
                        row.action(),
                        row.subjectType(),
                        row.subjectId(),
                        row.before(),
                        row.after(),
                        row.requestId(),
                        row.ip())
                .map(value -> CsvCell.text(Objects.toString(value, "")))
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
