package org.homeroom.attendance;

import static org.homeroom.tenancy.TenantSql.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.identity.AccountNames;
import org.homeroom.roster.SeatNames;
import org.homeroom.tenancy.TenantSql;

/** Daily marks; only ever added, the last of a student's day holds. */
@ApplicationScoped
public class MarkRepository {

    @Inject TenantSql sql;
    @Inject SeatNames seats;
    @Inject AccountNames accounts;

    /**
     * Lists the students who sit in the class, and those who left it with a mark of the day, by
     * name.
     *
     * @param from when the day begins
     * @param to when it ends
     */
    public List<MarkRow> day(UUID classId, LocalDate day, Instant from, Instant to) {
        return sql
                .list(
                        """
                        select seat.id as seat_id, seat.student_id, seat.first_name, seat.last_initial, m.mark,
                               m.note, m.marked_by, actor.display_name, m.marked_at, m.reason,
                               (select before.mark from attendance_mark before
                                 where before.class_id = seat.class_id and before.day = ?
                                   and before.student_id = seat.student_id and before.turn = m.turn - 1) as before,
                               exists (
                                 select from attendance_tap_effective t
                                  where t.class_id = seat.class_id and t.student_id = seat.student_id
                                    and t.action = 'in' and t.at >= ? and t.at < ?) as tapped
                          from roster_seat seat
                          left join attendance_mark_now m on m.school_id = seat.school_id
                            and m.class_id = seat.class_id and m.day = ? and m.student_id = seat.student_id
                          left join identity_account actor
                            on actor.school_id = m.school_id and actor.id = m.marked_by
                         where seat.class_id = ? and seat.student_id is not null
                           and (seat.left_at is null or m.mark is not null)
                        """,
                        this::row,
                        day,
                        from,
                        to,
                        day,
                        classId)
                .stream()
                .sorted(Comparator.comparing(row -> SeatNames.order(row.student(), "")))
                .toList();
    }

    /** Lists the marks of several days, both ends inclusive, that hold now. */
    public List<DatedMark> between(UUID classId, LocalDate from, LocalDate to) {
        return sql.list(
                """
                select m.student_id, m.day, m.mark, m.note, m.marked_by, actor.display_name
                  from attendance_mark_now m
                  left join identity_account actor
                    on actor.school_id = m.school_id and actor.id = m.marked_by
                 where m.class_id = ? and m.day between ? and ? order by m.day, m.student_id
                """,
                row ->
                        new DatedMark(
                                row.getObject("student_id", UUID.class),
                                row.getObject("day", LocalDate.class),
                                Mark.of(row.getString("mark")).orElseThrow(),
                                row.getString("note"),
                                accounts.displayName(
                                        row.getObject("marked_by", UUID.class),
                                        row.getString("display_name"))),
                classId,
                from,
                to);
    }

    /**
     * Lists marks that took the place of others, the newest first.
     *
     * @param studentId null for all
     * @param from first day, null for any; so {@code to} for the last
     */
    public List<MarkChange> changes(
            UUID classId, UUID studentId, LocalDate from, LocalDate to, int limit) {
        return sql.list(
                """
                select m.student_id, m.day, m.mark, before.mark as before, m.reason, m.marked_by,
                       actor.display_name, m.marked_at
                  from attendance_mark m
                  join attendance_mark before on before.school_id = m.school_id
                    and before.class_id = m.class_id and before.day = m.day
                    and before.student_id = m.student_id and before.turn = m.turn - 1
                    and before.mark <> m.mark
                  left join identity_account actor
                    on actor.school_id = m.school_id and actor.id = m.marked_by
                 where m.class_id = ? and (?::uuid is null or m.student_id = ?)
                   and m.day >= coalesce(?::date, '-infinity')
                   and m.day <= coalesce(?::date, 'infinity')
                 order by m.marked_at desc, m.day desc, m.student_id limit ?
                """,
                row ->
                        new MarkChange(
                                row.getObject("student_id", UUID.class),
                                row.getObject("day", LocalDate.class),
                                Mark.of(row.getString("mark")).orElseThrow(),
                                Mark.of(row.getString("before")).orElseThrow(),
                                row.getString("reason"),
                                accounts.displayName(
                                        row.getObject("marked_by", UUID.class),
                                        row.getString("display_name")),
                                instant(row, "marked_at")),
                classId,
                studentId,
                studentId,
                from,
                to,
                limit);
    }

    /** Makes other writers of the class's day wait for this transaction. */
    public void lock(UUID classId, LocalDate day) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended('marks ' || ? || ?, 0))",
                row -> true,
                classId.toString(),
                day.toString());
    }

    /**
     * Gives marks.
     *
     * @param notes by student; none for most
     * @param reason why they take the place of others, null for marks that are only taken
     */
    public void add(
            UUID classId,
            LocalDate day,
            Map<UUID, Mark> marks,
            Map<UUID, String> notes,
            String reason,
            UUID by,
            Instant now) {
        List<UUID> students = marks.keySet().stream().sorted().toList();
        sql.update(
                """
                insert into attendance_mark
                  (school_id, class_id, student_id, day, turn, mark, note, reason, marked_by, marked_at)
                select current_school(), ?::uuid, n.student, ?::date, 1 + (
                         select count(*) from attendance_mark m
                          where m.class_id = ? and m.day = ? and m.student_id = n.student),
                       n.mark, n.note, ?::text, ?::uuid, ?::timestamptz
                  from unnest(?::uuid[], ?::text[], ?::text[]) n (student, mark, note)
                """,
                classId,
                day,
                classId,
                day,
                reason,
                by,
                now,
                students.toArray(UUID[]::new),
                students.stream().map(student -> marks.get(student).wire()).toArray(String[]::new),
                students.stream().map(notes::get).toArray(String[]::new));
    }

    /** Counts marks and students of classes for each of the days; ended classes are left out. */
    public List<MarkCount> counts(Collection<UUID> classIds, List<LocalDate> days) {
        return sql.list(
                """
                select c.id, c.name, n.day, count(seat.student_id)::int as students, count(m.mark)::int as marked
                  from roster_class c
                  join tenancy_school s on s.id = c.school_id
                 cross join unnest(?::text[]::date[]) n (day)
                  join roster_seat seat on seat.school_id = c.school_id and seat.class_id = c.id
                    and seat.student_id is not null and seat.left_at is null
                    and least(seat.claimed_at, (
                          select min(t.at) from attendance_tap_effective t
                           where t.class_id = c.id and t.student_id = seat.student_id))
                        < (n.day + 1)::timestamp at time zone coalesce(c.zone, s.zone)
                  left join attendance_mark_now m on m.school_id = c.school_id and m.class_id = c.id
                    and m.day = n.day and m.student_id = seat.student_id
                 where c.id = any (?) and c.ended_at is null
                 group by c.id, c.name, n.day order by n.day desc, c.name, c.id
                """,
                row ->
                        new MarkCount(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getObject("day", LocalDate.class),
                                row.getInt("students"),
                                row.getInt("marked")),
                days.stream().map(LocalDate::toString).toArray(String[]::new),
                classIds.toArray(UUID[]::new));
    }

    private MarkRow row(ResultSet row) throws SQLException {
        return new MarkRow(
                row.getObject("student_id", UUID.class),
                seats.inShort(row),
                Mark.of(row.getString("mark")).orElse(null),
                row.getString("note"),
                accounts.displayName(
                        row.getObject("marked_by", UUID.class), row.getString("display_name")),
                instant(row, "marked_at"),
                Mark.of(row.getString("before")).orElse(null),
                row.getString("reason"),
                row.getBoolean("tapped"));
    }
}
