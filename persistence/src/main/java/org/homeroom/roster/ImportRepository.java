package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.privacy.PersonalData;
import org.homeroom.tenancy.TenantSql;

/** Kept reports of uploaded lists. */
@ApplicationScoped
public class ImportRepository {

    private static final PersonalColumn VALUE = new PersonalColumn("roster_import_row", "value");
    private static final PersonalColumn MESSAGE =
            new PersonalColumn("roster_import_row", "message");

    @Inject TenantSql sql;
    @Inject PersonalData personal;
    @Inject RosterRepository classes;

    /** Stores the report with its rows, in two statements whatever their number. */
    public void add(ImportReport report, UUID importedBy) {
        sql.update(
                """
                insert into roster_import (school_id, id, class_id, imported_by, file_name, accepted, skipped,
                                           rejected, created_at)
                values (current_school(), ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                report.id(),
                report.classId(),
                importedBy,
                report.fileName(),
                report.accepted(),
                report.skipped(),
                report.rejected(),
                report.createdAt());
        List<ImportRow> rows = report.rows();
        sql.update(
                """
                insert into roster_import_row (school_id, import_id, line, class_id, outcome, code, field, value,
                                               message)
                select current_school(), ?, n.*
                  from unnest(?::integer[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) n
                """,
                report.id(),
                rows.stream().map(ImportRow::line).toArray(Integer[]::new),
                rows.stream().map(ImportRow::classId).toArray(UUID[]::new),
                texts(rows, ImportRow::outcome),
                texts(rows, ImportRow::code),
                texts(rows, ImportRow::field),
                texts(rows, row -> personal.seal(VALUE, key(report.id(), row.line()), row.value())),
                texts(
                        rows,
                        row ->
                                personal.seal(
                                        MESSAGE, key(report.id(), row.line()), row.message())));
    }

    /** Finds a report with all its rows. */
    public Optional<ImportReport> byId(UUID id) {
        return sql
                .list(
                        """
                        select id, class_id, file_name, accepted, skipped, rejected, created_at from roster_import
                         where school_id = current_school() and id = ?
                        """,
                        this::report,
                        id)
                .stream()
                .findFirst();
    }

    private ImportReport report(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<ImportRow> rows = rows(id);
        List<ClassRef> named =
                rows.stream()
                        .map(ImportRow::classId)
                        .filter(classId -> classId != null)
                        .distinct()
                        .flatMap(classId -> classes.byId(classId).stream())
                        .toList();
        return new ImportReport(
                id,
                row.getObject("class_id", UUID.class),
                row.getString("file_name"),
                row.getInt("accepted"),
                row.getInt("skipped"),
                row.getInt("rejected"),
                TenantSql.instant(row, "created_at"),
                rows,
                named);
    }

    private List<ImportRow> rows(UUID importId) {
        return sql.list(
                """
                select line, class_id, outcome, code, field, value, message from roster_import_row
                 where school_id = current_school() and import_id = ? order by line
                """,
                row ->
                        new ImportRow(
                                row.getInt("line"),
                                row.getObject("class_id", UUID.class),
                                row.getString("outcome"),
                                row.getString("code"),
                                row.getString("field"),
                                personal.open(
                                        VALUE,
                                        key(importId, row.getInt("line")),
                                        row.getString("value")),
                                personal.open(
                                        MESSAGE,
                                        key(importId, row.getInt("line")),
                                        row.getString("message"))),
                importId);
    }

    private static String key(UUID importId, int line) {
        return importId + "/" + line;
    }

    private static String[] texts(List<ImportRow> rows, Function<ImportRow, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }
}
