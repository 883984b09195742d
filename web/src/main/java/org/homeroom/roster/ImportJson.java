package org.homeroom.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Sentences;

/**
 * The report of an uploaded list on the wire (api.md, conventions).
 *
 * @param classes the classes that pupils of the list belong to
 * @param opened those of them that the list opened
 */
public record ImportJson(
        UUID id,
        int accepted,
        int skipped,
        int rejected,
        List<Row> rows,
        List<ClassJson> classes,
        List<ClassJson> opened) {

    /** One line of the file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            int line,
            String outcome,
            @Nullable String code,
            @Nullable String field,
            @Nullable String message) {}

    /** Shows the report, with the plainly accepted lines only when all are asked for. */
    static ImportJson of(ImportReport report, boolean all) {
        ImportReport shown = all ? report : report.problemsOnly();
        return new ImportJson(
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
                        .toList(),
                report.classes().stream().map(ClassJson::of).toList(),
                report.opened().stream().map(ClassJson::of).toList());
    }
}
