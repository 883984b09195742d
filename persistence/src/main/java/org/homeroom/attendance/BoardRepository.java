package org.homeroom.attendance;

import static org.homeroom.tenancy.TenantSql.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.roster.SeatNames;
import org.homeroom.tenancy.TenantSql;

/** Who is in, since when, and what is not paid yet, from the rows that follow every tap. */
@ApplicationScoped
public class BoardRepository {

    private static final String NOW =
            """
            select seat.id as seat_id, seat.class_id, seat.student_id, seat.first_name, seat.last_initial, seat.tap_enabled,
                   local.zone, coalesce(st.is_in, false) as is_in, st.since, st.reason,
                   coalesce(done.day = local.today, false) as done_today,
                   pay.daily_limit_minutes,
                   coalesce(case when st.day = local.today then st.closed_day_seconds else 0 end
                     + case when st.is_in
                            then floor(extract(epoch from now.at - greatest(st.since, local.midnight)))
                            else 0 end, 0)::bigint as today_seconds,
                   unpaid.seconds as unpaid_seconds,
                   case when pay.rule_id is null
                     then payroll_amount(unpaid.seconds, coalesce(pay.rate_micros_per_minute, 250000))
                     else (
                       select coalesce(sum(due.amount), 0)::bigint
                         from payroll_due(seat.class_id, date_trunc('second', now.at),
                           array[seat.student_id]) due) end as unpaid_minor
              from (select ?::timestamptz as at) now
             cross join roster_seat seat
              join roster_class c on c.school_id = seat.school_id and c.id = seat.class_id
              join tenancy_school s on s.id = c.school_id
             cross join lateral (
                   select z.zone, (now.at at time zone z.zone)::date as today,
                          date_trunc('day', now.at, z.zone) as midnight
                     from (select coalesce(c.zone, s.zone) as zone) z) local
              left join attendance_standing st
                on st.school_id = seat.school_id and st.class_id = seat.class_id
                   and st.student_id = seat.student_id
              left join attendance_done_for_day done
                on done.school_id = seat.school_id and done.class_id = seat.class_id
                   and done.student_id = seat.student_id
              left join payroll_settings pay
                on pay.school_id = seat.school_id and pay.class_id = seat.class_id
             cross join lateral (
                   select coalesce(st.closed_unpaid_seconds
                     + case when st.is_in
                            then greatest(0, floor(extract(epoch from now.at - st.counts_from)))
                            else 0 end, 0)::bigint as seconds) unpaid
             where seat.school_id = current_school() and seat.student_id is not null and seat.left_at is null
            """;

    @Inject TenantSql sql;
    @Inject SeatNames names;

    /** Lists the students of the classes by name. */
    public List<SeatNow> ofClasses(Collection<UUID> classIds, Instant now) {
        return sql
                .list(
                        NOW + " and seat.class_id = any (?) order by seat.id",
                        this::seat,
                        now,
                        classIds.toArray(UUID[]::new))
                .stream()
                .sorted(
                        Comparator.comparing(
                                seat -> SeatNames.order(seat.firstName(), seat.lastInitial())))
                .toList();
    }

    /** Lists the classes that the student sits in, in the order they were claimed. */
    public List<SeatNow> ofStudent(UUID studentId, Instant now) {
        return sql.list(
                NOW + " and seat.student_id = ? order by seat.claimed_at, seat.id",
                this::seat,
                now,
                studentId);
    }

    /** Finds the student in the class; nothing when the student has no seat there. */
    public Optional<SeatNow> seat(UUID classId, UUID studentId, Instant now) {
        return sql
                .list(
                        NOW + " and seat.class_id = ? and seat.student_id = ?",
                        this::seat,
                        now,
                        classId,
                        studentId)
                .stream()
                .findFirst();
    }

    /**
     * Computes unpaid time from the taps themselves, for every student with a tap since the last
     * pay.
     */
    public List<UnpaidTime> unpaid(UUID classId, Instant through) {
        return sql.list(
                """
                select student_id, seconds, from_at, open_since, taps, last_tap_id
                  from attendance_unpaid(?, ?) order by student_id
                """,
                row ->
                        new UnpaidTime(
                                row.getObject("student_id", UUID.class),
                                row.getLong("seconds"),
                                instant(row, "from_at"),
                                instant(row, "open_since"),
                                row.getInt("taps"),
                                row.getObject("last_tap_id", UUID.class)),
                classId,
                through);
    }

    /**
     * Computes the seconds in class between two instants, for every student with a tap in between.
     */
    public Map<UUID, Long> seconds(UUID classId, Instant from, Instant through) {
        Map<UUID, Long> found = new HashMap<>();
        sql.list(
                "select student_id, seconds from attendance_time(?, ?, ?, false)",
                row -> found.put(row.getObject("student_id", UUID.class), row.getLong("seconds")),
                classId,
                from,
                through);
        return found;
    }

    private SeatNow seat(ResultSet row) throws SQLException {
        return new SeatNow(
                row.getObject("class_id", UUID.class),
                row.getObject("student_id", UUID.class),
                names.first(row),
                row.getString("last_initial"),
                row.getBoolean("tap_enabled"),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("is_in"),
                instant(row, "since"),
                row.getString("reason"),
                row.getBoolean("done_today"),
                row.getObject("daily_limit_minutes", Integer.class),
                row.getLong("today_seconds"),
                row.getLong("unpaid_seconds"),
                row.getLong("unpaid_minor"));
    }
}
