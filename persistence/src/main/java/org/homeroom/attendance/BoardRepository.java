package org.homeroom.attendance;

import static org.homeroom.tenancy.TenantSql.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
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

    private static final String SEAT =
            """
            with now as (select ?::timestamptz as at),
            seat as materialized (
              select * from roster_seat
               where school_id = current_school() and student_id is not null and left_at is null
                 and %s)
            """;

    private static final String STANDS =
            """
            seat.id as seat_id, seat.class_id, seat.student_id, seat.first_name, seat.last_initial, seat.tap_enabled,
            local.zone, coalesce(st.is_in, false) as is_in, st.since, st.reason,
            coalesce(done.day = local.today, false) as done_today,
            pay.daily_limit_minutes,
            coalesce(case when st.day = local.today then st.closed_day_seconds else 0 end
              + case when st.is_in
                     then floor(extract(epoch from now.at - greatest(st.since, local.midnight)))
                     else 0 end, 0)::bigint as today_seconds
            """;

    private static final String FROM_SEAT =
            """
              from now
             cross join seat
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
            """;

    // What is owed for marks and for earlier time is worked out once per class for the students
    // asked for, the latter only for those whose taps came late.
    private static final String NOW =
            SEAT
                    + """
                    , owed as materialized (
                      select x.class_id, x.student_id, sum(x.amount)::bigint as amount
                        from (
                          select c.class_id, d.student_id, d.amount_after - d.amount_before as amount
                            from (select class_id, array_agg(student_id) as students from seat
                                   group by class_id) c
                           cross join now
                           cross join lateral payroll_mark_differences(c.class_id,
                                 date_trunc('second', now.at), c.students) d
                          union all
                          select c.class_id, d.student_id, d.amount_after - d.amount_before
                            from (select seat.class_id, array_agg(seat.student_id) as students from seat
                                   join payroll_late_change late on late.school_id = seat.school_id
                                     and late.class_id = seat.class_id
                                     and late.student_id = seat.student_id
                                   group by seat.class_id) c
                           cross join now
                           cross join lateral payroll_differences(c.class_id,
                                 date_trunc('second', now.at), c.students) d) x
                       group by x.class_id, x.student_id)
                    select
                    """
                    + STANDS
                    + """
                    , unpaid.seconds as unpaid_seconds,
                      coalesce(owed.amount, 0) + case when pay.rule_id is null
                        then payroll_amount(unpaid.seconds, coalesce(pay.rate_micros_per_minute, 250000))
                        else (
                          select coalesce(sum(due.amount), 0)::bigint
                            from payroll_due(seat.class_id, date_trunc('second', now.at),
                              array[seat.student_id]) due) end as unpaid_minor
                    """
                    + FROM_SEAT
                    + """
                     cross join lateral (
                           select coalesce(st.closed_unpaid_seconds
                             + case when st.is_in
                                    then greatest(0, floor(extract(epoch from now.at - st.counts_from)))
                                    else 0 end, 0)::bigint as seconds) unpaid
                      left join owed on owed.class_id = seat.class_id and owed.student_id = seat.student_id
                    """;

    private static final String OF_CLASS = NOW.formatted("class_id = ?") + " order by seat.id";
    private static final String OF_STUDENT =
            NOW.formatted("student_id = ?") + " order by seat.claimed_at, seat.id";
    private static final String OF_BOTH = NOW.formatted("class_id = ? and student_id = ?");
    private static final String STANDING =
            (SEAT + "select " + STANDS + FROM_SEAT).formatted("class_id = ? and student_id = ?");

    // What all students of a class share is worked out once per class. Rules look at each day, so
    // that they are asked per class too, and only where there is one.
    private static final String SUMS =
            """
            with open_class as materialized (
              select c.school_id, c.id, now.at, (now.at at time zone coalesce(c.zone, s.zone))::date as today,
                     date_trunc('day', now.at, coalesce(c.zone, s.zone)) as midnight,
                     pay.daily_limit_minutes * 60 as daily_limit, pay.rule_id,
                     coalesce(pay.rate_micros_per_minute, 250000) as rate
                from (select ?::timestamptz as at) now
               cross join roster_class c
                join tenancy_school s on s.id = c.school_id
                left join payroll_settings pay on pay.school_id = c.school_id and pay.class_id = c.id
               where c.school_id = current_school() and c.id = any (?))
            select sum.id as class_id, sum.students, sum.in_now, sum.unpaid_seconds, sum.may_be_due,
                   case when sum.rule_id is null then sum.unpaid_minor
                        else (select coalesce(sum(due.amount), 0)::bigint
                                from payroll_due(sum.id, date_trunc('second', sum.at), sum.ids) due) end
                     + (select coalesce(sum(d.amount_after - d.amount_before), 0)::bigint
                          from (select class_id, array_agg(student_id) as students
                                  from payroll_late_change
                                 where school_id = current_school() and class_id = sum.id
                                   and student_id = any (sum.ids)
                                 group by class_id) c
                         cross join lateral payroll_differences(c.class_id,
                               date_trunc('second', sum.at), c.students) d)
                     + (select coalesce(sum(d.amount_after - d.amount_before), 0)::bigint
                          from payroll_mark_differences(sum.id, date_trunc('second', sum.at),
                            sum.ids) d) as unpaid_minor
              from (
                select c.id, c.rule_id, c.at, count(*) as students, count(*) filter (where st.is_in) as in_now,
                       sum(unpaid.seconds)::bigint as unpaid_seconds,
                       sum(payroll_amount(unpaid.seconds, c.rate))::bigint as unpaid_minor,
                       array_agg(seat.student_id) as ids,
                       coalesce(bool_or(st.is_in and c.daily_limit is not null
                         and (st.since < c.midnight
                           or case when st.day = c.today then st.closed_day_seconds else 0 end
                             + extract(epoch from c.at - st.since) >= c.daily_limit)),
                         false) as may_be_due
                  from open_class c
                  join roster_seat seat on seat.school_id = c.school_id and seat.class_id = c.id
                  left join attendance_standing st on st.school_id = seat.school_id
                    and st.class_id = seat.class_id and st.student_id = seat.student_id
                 cross join lateral (
                       select coalesce(st.closed_unpaid_seconds
                         + case when st.is_in
                                then greatest(0, floor(extract(epoch from c.at - st.counts_from)))
                                else 0 end, 0)::bigint as seconds) unpaid
                 where seat.student_id is not null and seat.left_at is null
                 group by c.id, c.rule_id, c.at) sum
            """;

    private record SeatStanding(
            String firstName,
            String lastInitial,
            boolean tapEnabled,
            ZoneId zone,
            boolean isIn,
            Instant since,
            boolean doneToday,
            Integer dailyLimitMinutes,
            long todaySeconds)
            implements Standing {}

    @Inject TenantSql sql;
    @Inject SeatNames names;

    /** Lists the students of the class by name. */
    public List<SeatNow> ofClass(UUID classId, Instant now) {
        List<SeatNow> seats = sql.list(OF_CLASS, this::seat, now, classId);
        return SeatNames.sorted(seats, SeatNow::firstName, SeatNow::lastInitial);
    }

    /** Adds up what {@link #ofClass} lists, for each of the classes in which anybody sits. */
    public List<ClassNow> sums(Collection<UUID> classIds, Instant now) {
        return sql.list(
                SUMS,
                row ->
                        new ClassNow(
                                row.getObject("class_id", UUID.class),
                                row.getLong("students"),
                                row.getLong("in_now"),
                                row.getLong("unpaid_seconds"),
                                row.getLong("unpaid_minor"),
                                row.getBoolean("may_be_due")),
                now,
                classIds.toArray(UUID[]::new));
    }

    /** Lists the classes that the student sits in, in the order they were claimed. */
    public List<SeatNow> ofStudent(UUID studentId, Instant now) {
        return sql.list(OF_STUDENT, this::seat, now, studentId);
    }

    /** Finds the student in the class; nothing when the student has no seat there. */
    public Optional<SeatNow> seat(UUID classId, UUID studentId, Instant now) {
        return sql.list(OF_BOTH, this::seat, now, classId, studentId).stream().findFirst();
    }

    /** Finds the same without what is not paid, which is most of the work and no tap depends on. */
    public Optional<Standing> standing(UUID classId, UUID studentId, Instant now) {
        return sql.list(STANDING, this::standing, now, classId, studentId).stream().findFirst();
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

    private Standing standing(ResultSet row) throws SQLException {
        return new SeatStanding(
                names.first(row),
                row.getString("last_initial"),
                row.getBoolean("tap_enabled"),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("is_in"),
                instant(row, "since"),
                row.getBoolean("done_today"),
                row.getObject("daily_limit_minutes", Integer.class),
                row.getLong("today_seconds"));
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
