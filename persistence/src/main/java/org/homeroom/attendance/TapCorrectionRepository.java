package org.homeroom.attendance;

import static org.homeroom.tenancy.TenantSql.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.identity.AccountNames;
import org.homeroom.kernel.Ids;
import org.homeroom.roster.SeatNames;
import org.homeroom.tenancy.TenantSql;

/** Corrects taps of the past; both values stay. Lists taps with what became of them. */
@ApplicationScoped
public class TapCorrectionRepository {

    private static final String ROWS =
            """
            select t.id, t.student_id, seat.id as seat_id, seat.first_name, seat.last_initial, t.action,
                   t.at, t.reason, t.source, t.recorded_by as actor_id, actor.display_name as actor,
                   t.recorded_at, made.reason as why, old.at as replaces, gone.removed_at,
                   gone.removed_by, remover.display_name as remover, gone.reason as removed_why,
                   coalesce(t.at <= paid.through, false) as paid,
                   gone.tap_id is not null or t.action <> coalesce((
                     select last.action from attendance_tap_effective last
                      where last.class_id = t.class_id and last.student_id = t.student_id
                        and last.at < t.at
                      order by last.at desc limit 1), 'out') as paired
              from attendance_tap t
              join roster_seat seat on seat.school_id = t.school_id and seat.class_id = t.class_id
                and seat.student_id = t.student_id
              left join identity_account actor on actor.school_id = t.school_id and actor.id = t.recorded_by
              left join attendance_tap_addition made on made.school_id = t.school_id and made.tap_id = t.id
              left join attendance_tap old on old.school_id = made.school_id and old.id = made.replaces
              left join attendance_tap_removal gone on gone.school_id = t.school_id and gone.tap_id = t.id
                and not exists (
                  select from attendance_tap_restoration back
                   where back.school_id = gone.school_id and back.tap_id = gone.tap_id
                     and back.turn = gone.turn)
              left join identity_account remover
                on remover.school_id = gone.school_id and remover.id = gone.removed_by
              left join attendance_paid_through paid on paid.school_id = t.school_id
                and paid.class_id = t.class_id and paid.student_id = t.student_id
             where t.school_id = current_school() and t.class_id = ?
            """;

    private static final String FILTERED =
            """
             and (?::uuid is null or t.student_id = ?) and t.at >= coalesce(?::timestamptz, '-infinity')
               and t.at < coalesce(?::timestamptz, 'infinity') and (?::text is null or t.source = ?)
               and (? or gone.tap_id is null)
            """;

    @Inject TenantSql sql;
    @Inject SeatNames seats;
    @Inject AccountNames accounts;

    /** Lists taps, the newest first. */
    public List<TapRow> newest(TapFilter filter, int limit, long offset) {
        return sql.list(
                ROWS + FILTERED + "order by t.at desc, t.id desc limit ? offset ?",
                this::row,
                values(filter, limit, offset));
    }

    /**
     * Lists taps in the order they happened.
     *
     * @param after id of the last tap already read, or null
     */
    public List<TapRow> inOrder(TapFilter filter, UUID after, int limit) {
        return sql.list(
                ROWS
                        + FILTERED
                        + """
                         and (?::uuid is null or (t.at, t.id) > (
                               select p.at, p.id from attendance_tap p
                                where p.class_id = t.class_id and p.id = ?))
                         order by t.at, t.id limit ?
                        """,
                this::row,
                values(filter, after, after, limit));
    }

    /** Counts the taps. */
    public long count(TapFilter filter) {
        return sql.list(
                        "select count(*) from (" + ROWS + FILTERED + ") listed",
                        row -> row.getLong(1),
                        values(filter))
                .get(0);
    }

    private static Object[] values(TapFilter filter, Object... more) {
        Object[] all = new Object[8 + more.length];
        all[0] = filter.classId();
        all[1] = filter.studentId();
        all[2] = filter.studentId();
        all[3] = filter.from();
        all[4] = filter.to();
        all[5] = filter.source();
        all[6] = filter.source();
        all[7] = filter.all();
        System.arraycopy(more, 0, all, 8, more.length);
        return all;
    }

    /** Finds a tap of a class. */
    public Optional<TapRow> find(UUID classId, UUID tapId) {
        return sql.list(ROWS + " and t.id = ?", this::row, classId, tapId).stream().findFirst();
    }

    /** Finds the tap of a student's second, one that was taken back too. */
    public Optional<TapRow> at(UUID classId, UUID studentId, Instant at) {
        return sql
                .list(
                        ROWS + " and t.student_id = ? and t.at = ?",
                        this::row,
                        classId,
                        studentId,
                        at)
                .stream()
                .findFirst();
    }

    /**
     * Returns since when a student is in a class: since the seat was made, or the first tap that
     * was taken over from an earlier system. Nothing for who has no seat.
     */
    public Optional<Instant> since(UUID classId, UUID studentId) {
        return sql
                .list(
                        """
                        select least(seat.created_at, (
                            select min(t.at) from attendance_tap t
                              where t.class_id = seat.class_id and t.student_id = seat.student_id
                                and t.source in ('import', 'demonstration'))) as since
                          from roster_seat seat where seat.class_id = ? and seat.student_id = ?
                        """,
                        row -> TenantSql.instant(row, "since"),
                        classId,
                        studentId)
                .stream()
                .findFirst();
    }

    /** Takes back a tap that counts. */
    public void remove(UUID tapId, String why, UUID by, Instant now) {
        sql.update(
                """
                insert into attendance_tap_removal (school_id, tap_id, turn, reason, removed_by, removed_at)
                select current_school(), ?, 1 + count(*), ?, ?, ? from attendance_tap_removal
                 where tap_id = ?
                """,
                tapId,
                why,
                by,
                now,
                tapId);
    }

    /** Puts back a tap that was taken back. */
    public void restore(UUID tapId, String why, UUID by, Instant now) {
        sql.update(
                """
                insert into attendance_tap_restoration
                  (school_id, tap_id, turn, reason, restored_by, restored_at)
                select current_school(), ?, max(turn), ?, ?, ? from attendance_tap_removal where tap_id = ?
                """,
                tapId,
                why,
                by,
                now,
                tapId);
    }

    /**
     * Adds a tap in a second that is free.
     *
     * @param replaces the tap that it stands for, or null
     * @return its id
     */
    public UUID add(
            UUID classId,
            UUID studentId,
            TapAction action,
            Instant at,
            String reason,
            String why,
            UUID replaces,
            UUID by,
            Instant now) {
        UUID id = Ids.next();
        sql.update(
                """
                insert into attendance_tap
                  (school_id, id, class_id, student_id, action, at, reason, source, recorded_by, recorded_at)
                values (current_school(), ?, ?, ?, ?, ?, ?, 'teacher', ?, ?)
                """,
                id,
                classId,
                studentId,
                action.wire(),
                at,
                reason,
                by,
                now);
        sql.update(
                "insert into attendance_tap_addition (school_id, tap_id, reason, replaces)"
                        + " values (current_school(), ?, ?, ?)",
                id,
                why,
                replaces);
        return id;
    }

    /** Returns the daily limit in minutes that holds for a student's instant; null for none. */
    public Integer limitAt(UUID classId, UUID studentId, Instant at) {
        return sql.list(
                        "select payroll_limit_at(?, ?, ?)",
                        row -> row.getObject(1, Integer.class),
                        classId,
                        studentId,
                        at)
                .get(0);
    }

    /**
     * Applies the daily limit anew to the day of a tap that changed; returns how many it changed.
     */
    public int limitAnew(UUID classId, UUID studentId, Instant at, UUID by, Instant now) {
        return sql.list(
                        "select attendance_limit_anew(?, ?, ?, payroll_limit_at(?, ?, ?), ?, ?)",
                        row -> row.getInt(1),
                        classId,
                        studentId,
                        at,
                        classId,
                        studentId,
                        at,
                        by,
                        now)
                .get(0);
    }

    /**
     * Lists changes of taps, the newest first.
     *
     * @param studentId only of this student's, or null
     * @param from only of taps from this instant on, or null
     * @param to only of taps up to this instant, or null
     */
    public List<TapChange> changes(
            UUID classId, UUID studentId, Instant from, Instant to, int limit) {
        return sql.list(
                """
                select t.id, t.student_id, seat.id as seat_id, seat.first_name, seat.last_initial, t.action,
                       t.at, change.kind, change.before, change.why, change.by, actor.display_name,
                       change.changed_at
                  from (
                    select school_id, tap_id, 'removed' as kind, null::timestamptz as before, reason as why,
                           removed_by as by, removed_at as changed_at
                      from attendance_tap_removal r
                     where not exists (
                       select from attendance_tap_addition m
                        where m.school_id = r.school_id and m.replaces = r.tap_id and m.reason = r.reason)
                    union all
                    select school_id, tap_id, 'restored', null, reason, restored_by, restored_at
                      from attendance_tap_restoration
                    union all
                    select made.school_id, made.tap_id,
                           case when made.replaces is null then 'added' else 'moved' end, old.at, made.reason,
                           added.recorded_by, added.recorded_at
                      from attendance_tap_addition made
                      join attendance_tap added
                        on added.school_id = made.school_id and added.id = made.tap_id
                      left join attendance_tap old
                        on old.school_id = made.school_id and old.id = made.replaces) change
                  join attendance_tap t on t.school_id = change.school_id and t.id = change.tap_id
                  join roster_seat seat on seat.school_id = t.school_id and seat.class_id = t.class_id
                    and seat.student_id = t.student_id
                  left join identity_account actor on actor.school_id = t.school_id and actor.id = change.by
                 where t.class_id = ? and (?::uuid is null or t.student_id = ?)
                   and greatest(t.at, change.before) > coalesce(?::timestamptz, '-infinity')
                   and least(t.at, change.before) <= coalesce(?::timestamptz, 'infinity')
                 order by change.changed_at desc, t.at desc limit ?
                """,
                this::change,
                classId,
                studentId,
                studentId,
                from,
                to,
                limit);
    }

    private TapRow row(ResultSet row) throws SQLException {
        return new TapRow(
                row.getObject("id", UUID.class),
                row.getObject("student_id", UUID.class),
                seats.inShort(row),
                TapAction.of(row.getString("action")).orElseThrow(),
                instant(row, "at"),
                row.getString("reason"),
                row.getString("source"),
                accounts.displayName(row.getObject("actor_id", UUID.class), row.getString("actor")),
                instant(row, "recorded_at"),
                row.getString("why"),
                instant(row, "replaces"),
                instant(row, "removed_at"),
                accounts.displayName(
                        row.getObject("removed_by", UUID.class), row.getString("remover")),
                row.getString("removed_why"),
                row.getBoolean("paid"),
                row.getBoolean("paired"));
    }

    private TapChange change(ResultSet row) throws SQLException {
        return new TapChange(
                row.getObject("id", UUID.class),
                row.getObject("student_id", UUID.class),
                seats.inShort(row),
                TapAction.of(row.getString("action")).orElseThrow(),
                instant(row, "at"),
                row.getString("kind"),
                instant(row, "before"),
                row.getString("why"),
                accounts.displayName(
                        row.getObject("by", UUID.class), row.getString("display_name")),
                instant(row, "changed_at"));
    }
}
