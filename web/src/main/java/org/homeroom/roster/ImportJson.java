package org.homeroom.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Sentences;

/**
 * The report of an uploaded list on the wire (api.md, conventions).
 *
 * @param id null for a rehearsal, of which nothing is kept
 * @param classes the classes that pupils of the list belong to
 * @param opened those of them that the list opened
 * @param opening those that the list would open, by a rehearsal alone
 * @param fingerprint of a rehearsal: sent along with the list it lands only if the same becomes of
 *     it; null of a list that has landed
 */
public record ImportJson(
        @Nullable UUID id,
        int accepted,
        int skipped,
        int rejected,
        List<Row> rows,
        List<ClassJson> classes,
        List<ClassJson> opened,
        List<Opening> opening,
        @Nullable String fingerprint) {

    /** A class that the list would open; its id and its join code are drawn when it does. */
    public record Opening(String name, String period) {}

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
        return of(report, report.classes(), null, all);
    }

    /** Shows what a list would do. */
    static ImportJson of(ImportRehearsal rehearsal, boolean all) {
        ImportReport report = rehearsal.report();
        List<ClassRef> there =
                report.classes().stream().filter(one -> !report.opened().contains(one)).toList();
        return of(report, there, rehearsal.fingerprint(), all);
    }

    private static ImportJson of(
            ImportReport report, List<ClassRef> classes, String fingerprint, boolean all) {
        boolean isRehearsal = fingerprint != null;
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
                classes.stream().map(ClassJson::of).toList(),
                isRehearsal ? List.of() : report.opened().stream().map(ClassJson::of).toList(),
                isRehearsal
                        ? report.opened().stream()
                                .map(one -> new Opening(one.name(), one.period()))
                                .toList()
                        : List.of(),
                fingerprint);
    }
}
