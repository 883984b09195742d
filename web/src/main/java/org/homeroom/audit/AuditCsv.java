package org.homeroom.audit;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                .map(value -> cell(Objects.toString(value, "")))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    // A spreadsheet would run a text that begins like a formula.
    private static String cell(String value) {
        String harmless = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
