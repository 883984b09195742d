package org.homeroom.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Sentences;

/** The report of an uploaded tap history on the wire (api.md, conventions). */
public record TapImportJson(UUID id, int accepted, int skipped, int rejected, List<Row> rows) {

    /** One line of the file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            int line,
            String outcome,
            @Nullable String code,
            @Nullable String field,
            @Nullable String message) {}

    /** Shows the report, with the plainly accepted lines only when all are asked for. */
    static TapImportJson of(TapImportReport report, boolean all) {
        TapImportReport shown = all ? report : report.problemsOnly();
        return new TapImportJson(
                report.id(),
                report.accepted(),
                report.skipped(),
                report.rejected(),
                shown.rows().stream()
                        .map(
                                row ->
                                        new Row(
                                                row.line(),
                                                row.outcome(),
                                                row.code(),
                                                row.field(),
                                                Sentences.say(row.message())))
                        .toList());
    }
}
