package org.homeroom.attendance;

import static org.homeroom.tenancy.TenantSql.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Ids;
import org.homeroom.tenancy.TenantSql;

/** Adds taps, never changes one, and lists those that count. */
@ApplicationScoped
public class TapRepository {

    /**
     * A tap of this statement comes after all that are there: one person does one thing a second.
     */
    private static final String NEXT_SECOND =
            """
            greatest(?::timestamptz, (
              select max(t.at) + interval '1 second' from attendance_tap t
               where t.school_id = current_school() and t.class_id = x.class_id
                 and t.student_id = x.student_id))
            """;

    private static final String COLUMNS =
            """
            insert into attendance_tap
              (school_id, id, class_id, student_id, action, at, reason, source, recorded_by, recorded_at)
            """;

    @Inject TenantSql sql;

    /** Makes all taps of the student wait for this transaction, in whichever class they are. */
    public void lock(UUID studentId) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended('attendance ' || ?, 0))",
                row -> true,
                studentId.toString());
    }

    /** Counts the student's taps. */
    public long count(UUID studentId) {
        return sql.list(
                        "select count(*) from attendance_tap where school_id = current_school() and student_id = ?",
                        row -> row.getLong(1),
                        studentId)
                .get(0);
    }

    /** Counts the taps of a class. */
    public long countOfClass(UUID classId) {
        return sql.list(
                        "select count(*) from attendance_tap where school_id = current_school() and class_id = ?",
                        row -> row.getLong(1),
                        classId)
                .get(0);
    }

    /** Adds a tap now, or a second later when the student has tapped in this second. */
    public Tapped add(
            UUID classId,
            UUID studentId,
            TapAction action,
            String reason,
            String source,
            UUID by,
            Instant now) {
        String insert =
                COLUMNS
                        + "select current_school(), ?, x.class_id, x.student_id, ?, "
                        + NEXT_SECOND
                        + ", ?::text, ?::text, ?::uuid, ?::timestamptz from (select ?::uuid as"
                        + " class_id, ?::uuid as student_id) x returning school_id, class_id,"
                        + " student_id, action, at";
        return sql.list(
                        insert,
                        TapRepository::tapped,
                        Ids.next(),
                        action.wire(),
                        now,
                        reason,
                        source,
                        by,
                        now,
                        classId,
                        studentId)
                .get(0);
    }

    /** Taps the student out of every other class. */
    public List<Tapped> closeOthers(UUID classId, UUID studentId, Instant now) {
        return out(
                "x.student_id = ? and x.class_id <> ?",
                "auto_switch",
                "switch",
                studentId,
                now,
                studentId,
                classId);
    }

    /**
     * Ends what a start in the past contradicts: sessions elsewhere that were open then, and the
     * session that began then at the student's next start elsewhere.
     *
     * @param by who or what told of the start
     */
    public List<Tapped> switchAt(UUID classId, UUID studentId, Instant at, UUID by, Instant now) {
        return sql.list(
                """
                select current_school() as school_id, class_id, student_id, 'out' as action, at
                  from attendance_switch_at(?, ?, ?, ?, ?)
                """,
                TapRepository::tapped,
                classId,
                studentId,
                at,
                by,
                now);
    }

    /** Taps out those of the students who are in. */
    public List<Tapped> closeStudents(
            UUID classId, Collection<UUID> studentIds, String reason, UUID by, Instant now) {
        return out(
                "x.class_id = ? and x.student_id = any (?)",
                reason,
                "teacher",
                by,
                now,
                classId,
                studentIds.toArray(UUID[]::new));
    }

    /** Taps out those who are in but have left the class, or whose class has ended. */
    public List<Tapped> closeDeparted(Collection<UUID> classIds, Instant now) {
        return out(
                """
                x.class_id = any (?) and not exists (
                  select from roster_seat s
                    join roster_class c on c.school_id = s.school_id and c.id = s.class_id
                   where s.school_id = x.school_id and s.class_id = x.class_id
                     and s.student_id = x.student_id and s.left_at is null and c.ended_at is null)
                """,
                "left_class",
                "roster",
                null,
                now,
                (Object) classIds.toArray(UUID[]::new));
    }

    private List<Tapped> out(
            String who, String reason, String source, UUID by, Instant now, Object... values) {
        String insert =
                COLUMNS
                        + "select current_school(), gen_random_uuid(), x.class_id, x.student_id,"
                        + " 'out', "
                        + NEXT_SECOND
                        + ", ?::text, ?::text, ?::uuid, ?::timestamptz from attendance_standing x"
                        + " where x.school_id = current_school() and x.is_in and "
                        + who
                        + " order by x.class_id, x.student_id"
                        + " returning school_id, class_id, student_id, action, at";
        Object[] all = new Object[values.length + 5];
        all[0] = now;
        all[1] = reason;
        all[2] = source;
        all[3] = by;
        all[4] = now;
        System.arraycopy(values, 0, all, 5, values.length);
        return sql.list(insert, TapRepository::tapped, all);
    }

    /**
     * Taps out whoever has reached the daily limit of one of the classes, at the instant it was
     * reached.
     *
     * @param studentIds only these, or null for all
     */
    public List<Tapped> closeAtLimit(
            Collection<UUID> classIds, Collection<UUID> studentIds, Instant now) {
        return sql.list(
                """
                select current_school() as school_id, class_id, student_id, 'out' as action, at
                  from attendance_close_at_limit(?, ?, ?)
                """,
                TapRepository::tapped,
                classIds.toArray(UUID[]::new),
                now,
                studentIds == null ? null : studentIds.toArray(UUID[]::new));
    }

    /** Lists the classes of the school that have a daily limit. */
    public List<UUID> limitedClasses() {
        return sql.list(
                "select class_id from payroll_settings where daily_limit_minutes is not null",
                row -> row.getObject(1, UUID.class));
    }

    /** Refuses further starts of the students on that local day. */
    public void lockDay(UUID classId, Collection<UUID> studentIds, LocalDate day) {
        sql.update(
                """
                insert into attendance_done_for_day (school_id, class_id, student_id, day)
                select current_school(), ?, student, ? from unnest(?::uuid[]) student
                on conflict (school_id, class_id, student_id) do update set day = excluded.day
                """,
                classId,
                day,
                studentIds.toArray(UUID[]::new));
    }

    /** Lets the student start again on the same day. */
    public void unlockDay(UUID classId, UUID studentId) {
        sql.update(
                "delete from attendance_done_for_day where class_id = ? and student_id = ?",
                classId,
                studentId);
    }

    /**
     * Lists taps of a class in the order they happened.
     *
     * @param studentId only this student's, or null
     * @param from first instant, or null
     * @param to first instant no longer listed, or null
     * @param after id of the last tap already read, or null
     */
    public List<TapEvent> list(
            UUID classId, UUID studentId, Instant from, Instant to, UUID after, int limit) {
        return sql.list(
                """
                select t.id, t.student_id, t.action, t.at, t.reason, t.source from attendance_tap_effective t
                 where t.class_id = ? and (?::uuid is null or t.student_id = ?)
                   and t.at >= coalesce(?::timestamptz, '-infinity') and t.at < coalesce(?::timestamptz, 'infinity')
                   and (?::uuid is null or (t.at, t.id) > (
                         select p.at, p.id from attendance_tap p where p.class_id = t.class_id and p.id = ?))
                 order by t.at, t.id limit ?
                """,
                TapRepository::event,
                classId,
                studentId,
                studentId,
                from,
                to,
                after,
                after,
                limit);
    }

    /**
     * Lists the taps that tell a student's time in a class between two instants, in order: those in
     * between, the later instant included, and the last one before, which says whether the student
     * was in then.
     *
     * @param after the earlier instant, or null for all time
     */
    public List<TapEvent> telling(UUID classId, UUID studentId, Instant after, Instant through) {
        return sql.list(
                """
                select t.id, t.student_id, t.action, t.at, t.reason, t.source from attendance_tap_effective t
                 where t.class_id = ? and t.student_id = ? and t.at <= ?
                   and t.at >= coalesce((
                         select max(o.at) from attendance_tap_effective o
                          where o.class_id = ? and o.student_id = ? and o.at <= ?::timestamptz),
                         '-infinity')
                 order by t.at
                """,
                TapRepository::event,
                classId,
                studentId,
                through,
                classId,
                studentId,
                after);
    }

    private static TapEvent event(ResultSet row) throws SQLException {
        return new TapEvent(
                row.getObject("id", UUID.class),
                row.getObject("student_id", UUID.class),
                TapAction.of(row.getString("action")).orElseThrow(),
                instant(row, "at"),
                row.getString("reason"),
                row.getString("source"));
    }

    private static Tapped tapped(ResultSet row) throws SQLException {
        return new Tapped(
                row.getObject("school_id", UUID.class),
                row.getObject("class_id", UUID.class),
                row.getObject("student_id", UUID.class),
                TapAction.of(row.getString("action")).orElseThrow(),
                instant(row, "at"));
    }
}
