package org.homeroom.attendance;

import static org.homeroom.tenancy.TenantSql.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.homeroom.attendance.HistoricTap.Moment;
import org.homeroom.identity.AccountNames;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.privacy.PersonalData;
import org.homeroom.roster.ImportRow;
import org.homeroom.tenancy.TenantSql;

/** Takes over taps of the past in sets, and keeps the reports of it. */
@ApplicationScoped
public class TapHistoryRepository {

    private static final PersonalColumn VALUE =
            new PersonalColumn("attendance_import_row", "value");
    private static final PersonalColumn MESSAGE =
            new PersonalColumn("attendance_import_row", "message");

    @Inject TenantSql sql;
    @Inject PersonalData personal;
    @Inject AccountNames names;

    /** Finds the students of the class among the user names, which are in small letters. */
    public Map<String, UUID> students(UUID classId, Collection<String> usernames) {
        Map<String, UUID> found = new HashMap<>();
        sql.list(
                """
                select a.username, a.id from identity_account a
                  join roster_seat seat on seat.school_id = a.school_id and seat.student_id = a.id
                 where a.school_id = current_school() and seat.class_id = ?
                """,
                row -> {
                    UUID id = row.getObject("id", UUID.class);
                    String name = names.username(id, row.getString("username"));
                    return found.put(name.toLowerCase(Locale.ROOT), id);
                },
                classId);
        found.keySet().retainAll(usernames);
        return found;
    }

    /** Returns what there is at those moments, taken-back taps included. */
    public Map<Moment, TapAction> present(UUID classId, List<HistoricTap> taps) {
        Map<Moment, TapAction> found = new HashMap<>();
        sql.list(
                """
                select t.student_id, t.at, t.action from attendance_tap t
                  join unnest(?::uuid[], ?::timestamptz[]) w (student_id, at)
                    on t.student_id = w.student_id and t.at = w.at
                 where t.school_id = current_school() and t.class_id = ?
                """,
                row ->
                        found.put(
                                new Moment(
                                        row.getObject("student_id", UUID.class),
                                        instant(row, "at")),
                                TapAction.of(row.getString("action")).orElseThrow()),
                taps.stream().map(HistoricTap::studentId).toArray(UUID[]::new),
                taps.stream().map(HistoricTap::at).toArray(Instant[]::new),
                classId);
        return found;
    }

    /**
     * Returns up to when each student is paid or being paid; a run that decides now waits for us.
     */
    public Map<UUID, Instant> paidThrough(UUID classId) {
        Map<UUID, Instant> found = new HashMap<>();
        sql.list(
                "select student_id, through from payroll_paid_through(?)",
                row -> found.put(row.getObject("student_id", UUID.class), instant(row, "through")),
                classId);
        return found;
    }

    /**
     * Adds the taps in one statement.
     *
     * @param source {@code import} or {@code demonstration}
     * @return ids of those that were added; a moment that is taken already is passed over
     */
    public Set<UUID> add(
            UUID classId, List<HistoricTap> taps, String source, UUID by, Instant now) {
        return new HashSet<>(
                sql.list(
                        """
                        insert into attendance_tap (school_id, id, class_id, student_id, action, at, reason, source,
                                                    recorded_by, recorded_at)
                        select current_school(), n.id, ?::uuid, n.student_id, n.action, n.at, n.reason, ?::text,
                               ?::uuid, ?::timestamptz
                          from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[])
                               n (id, student_id, action, at, reason)
                         order by n.student_id, n.at
                        on conflict on constraint ux_attendance_tap_one_a_second do nothing
                        returning id
                        """,
                        row -> row.getObject(1, UUID.class),
                        classId,
                        source,
                        by,
                        now,
                        taps.stream().map(HistoricTap::id).toArray(UUID[]::new),
                        taps.stream().map(HistoricTap::studentId).toArray(UUID[]::new),
                        taps.stream().map(tap -> tap.action().wire()).toArray(String[]::new),
                        taps.stream().map(HistoricTap::at).toArray(Instant[]::new),
                        taps.stream().map(HistoricTap::reason).toArray(String[]::new)));
    }

    /**
     * Applies the daily limit anew to the days of taps that were added, as after a correction.
     *
     * @param taps ids of taps of the class
     */
    public void limitAnew(UUID classId, Collection<UUID> taps, UUID by, Instant now) {
        sql.list(
                """
                select sum(attendance_limit_anew(d.class_id, d.student_id, d.at,
                         payroll_limit_at(d.class_id, d.student_id, d.at), ?, ?))
                  from (
                    select t.class_id, t.student_id, min(t.at) as at
                      from attendance_tap t cross join (select attendance_zone(?) as name) zone
                     where t.school_id = current_school() and t.id = any (?)
                     group by t.class_id, t.student_id, (t.at at time zone zone.name)::date
                     order by t.student_id, min(t.at)) d
                """,
                row -> null,
                by,
                now,
                classId,
                taps.toArray(UUID[]::new));
    }

    /**
     * Finds when the daily limit ended the session before a tap out that was added behind it.
     *
     * @param taps ids of taps of the class
     * @return by id of the tap; taps out that end a session themselves are not in it
     */
    public Map<UUID, Instant> behindLimit(Collection<UUID> taps) {
        Map<UUID, Instant> found = new HashMap<>();
        sql.list(
                """
                select t.id, last.at from attendance_tap t
                 cross join lateral (
                       select e.at, e.source from attendance_tap_effective e
                        where e.class_id = t.class_id and e.student_id = t.student_id and e.at < t.at
                        order by e.at desc limit 1) last
                 where t.school_id = current_school() and t.id = any (?)
                   and t.action = 'out' and last.source = 'limit'
                """,
                row -> found.put(row.getObject("id", UUID.class), instant(row, "at")),
                (Object) taps.toArray(UUID[]::new));
        return found;
    }

    /** Stores the report with its rows, in two statements whatever their number. */
    public void keep(TapImportReport report, UUID importedBy) {
        sql.update(
                """
                insert into attendance_import (school_id, id, class_id, imported_by, file_name, accepted, skipped,
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
                insert into attendance_import_row (school_id, import_id, line, outcome, code, field, value, message)
                select current_school(), ?::uuid, n.*
                  from unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) n
                """,
                report.id(),
                rows.stream().map(ImportRow::line).toArray(Integer[]::new),
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
    public Optional<TapImportReport> report(UUID id) {
        return sql
                .list(
                        """
                        select id, class_id, file_name, accepted, skipped, rejected, created_at
                          from attendance_import where school_id = current_school() and id = ?
                        """,
                        this::read,
                        id)
                .stream()
                .findFirst();
    }

    private TapImportReport read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID classId = row.getObject("class_id", UUID.class);
        return new TapImportReport(
                id,
                classId,
                row.getString("file_name"),
                row.getInt("accepted"),
                row.getInt("skipped"),
                row.getInt("rejected"),
                instant(row, "created_at"),
                rows(id, classId));
    }

    private static String key(UUID importId, int line) {
        return importId + "/" + line;
    }

    private List<ImportRow> rows(UUID importId, UUID classId) {
        return sql.list(
                """
                select line, outcome, code, field, value, message from attendance_import_row
                 where school_id = current_school() and import_id = ? order by line
                """,
                row ->
                        new ImportRow(
                                row.getInt("line"),
                                classId,
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

    private static String[] texts(List<ImportRow> rows, Function<ImportRow, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }
}
