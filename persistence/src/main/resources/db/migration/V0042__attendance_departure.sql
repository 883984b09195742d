-- Students who leave a class are tapped out of it, and 20,000 students who tap in one statement take
-- seconds.

-- "roster": the list of the class says that the student is gone.
alter table attendance_tap
  drop constraint attendance_tap_source_check,
  add constraint ck_attendance_tap_source check (
    source in ('student', 'teacher', 'switch', 'limit', 'roster', 'import', 'demonstration'));

-- Made anew to be the newest index of the table. Before anything is counted, one student's taps look as
-- cheap to PostgreSQL by the class as by the student, and of two that look alike it takes the newer.
alter table attendance_tap
  drop constraint ux_attendance_tap_one_a_second,
  add constraint ux_attendance_tap_one_a_second unique (school_id, class_id, student_id, at);

-- As in V0040, but the seats of the students asked for are looked up one by one.
create or replace function attendance_time(
    p_class uuid, p_since timestamptz, p_through timestamptz, p_unpaid boolean,
    p_students uuid[] default null)
  returns table (student_id uuid, seconds bigint, from_at timestamptz, open_since timestamptz,
                 taps int, last_tap_id uuid, limit_at timestamptz, longest_seconds bigint)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  with asked as (
    select seat.school_id, seat.class_id, seat.student_id from roster_seat seat
    where p_students is null and seat.class_id = p_class and seat.student_id is not null
    union all
    select seat.school_id, seat.class_id, seat.student_id
    from unnest(p_students) student
    -- One look-up each: joined, all seats of the class would be compared with all the students.
    cross join lateral (
      select s.school_id, s.class_id, s.student_id from roster_seat s
      where s.school_id = current_school() and s.class_id = p_class and s.student_id = student
      limit 1) seat
  ), person as materialized (
    -- Materialised, because row-level security lets a plain column into an index condition on taps,
    -- but no coalesce().
    select asked.*, case when p_unpaid then coalesce(paid.through, p_since) else p_since end as since
    from asked
    left join attendance_paid_through paid
      on p_unpaid and paid.school_id = asked.school_id and paid.class_id = asked.class_id
         and paid.student_id = asked.student_id
  )
  -- Each session is (through - in) - (through - out); an open one has no second part.
  select person.student_id,
         coalesce(floor(extract(epoch from coalesce(counted.time, '0') + case
           when opening.id is null then interval '0' else p_through - person.since end)), 0)::bigint,
         case when opening.id is null then counted.first_in else person.since end,
         case when coalesce(counted.ends_in, true)
              then coalesce(counted.last_turn_in, case when opening.id is not null
                then person.since end) end,
         (counted.taps + case when opening.id is null then 0 else 1 end)::int,
         coalesce(counted.last_id, opening.id),
         counted.limit_at,
         extract(epoch from counted.longest)::bigint
  from person
  left join lateral (
    select newest.id from (
      select t.id, t.action from attendance_tap_effective t
      where person.since > '-infinity' and person.since <= p_through
        and t.school_id = person.school_id and t.class_id = person.class_id
        and t.student_id = person.student_id and t.at <= person.since
      order by t.at desc limit 1) newest
    where newest.action = 'in') opening on true
  cross join lateral (
    select sum(case turn.action when 'in' then p_through - turn.at else turn.at - p_through end)
             filter (where turn.action <> turn.before) as time,
           min(turn.at) filter (where turn.action = 'in') as first_in,
           max(turn.at) filter (where turn.action = 'in' and turn.before = 'out') as last_turn_in,
           bool_or(turn.action = 'in') filter (where turn.is_last) as ends_in,
           count(*) as taps,
           (array_agg(turn.id) filter (where turn.is_last))[1] as last_id,
           max(turn.at) filter (where turn.source = 'limit') as limit_at,
           max(turn.at - turn.before_at)
             filter (where turn.action = 'out' and turn.before = 'in') as longest
    from (
      select t.id, t.action, t.at, t.source,
             lag(t.action, 1, case when opening.id is null then 'out' else 'in' end)
               over in_order as before,
             lag(t.at, 1, person.since) over in_order as before_at,
             lead(t.id) over in_order is null as is_last
      from attendance_tap_effective t
      where t.school_id = person.school_id and t.class_id = person.class_id
        and t.student_id = person.student_id and t.at > person.since and t.at <= p_through
      window in_order as (order by t.at)) turn) counted
  where counted.taps > 0 or opening.id is not null
$$;
-- Nested loops are right for taps, even when the transaction has turned them off for a large roster.
alter function attendance_restand(uuid, uuid[], boolean) set enable_nestloop = on;
