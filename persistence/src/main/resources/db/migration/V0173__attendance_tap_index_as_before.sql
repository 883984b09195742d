-- The index as in V0042. With more in it, it is larger than ix_attendance_tap_class, and while nothing was
-- counted PostgreSQL then looks for one student's taps among all of the class.
alter table attendance_tap
  drop constraint ux_attendance_tap_one_a_second,
  add constraint ux_attendance_tap_one_a_second unique (school_id, class_id, student_id, at);

-- As in V0171, but the taps of students asked for by name are read once.
create or replace function attendance_time(
    p_class uuid, p_since timestamptz, p_through timestamptz, p_unpaid boolean,
    p_students uuid[] default null)
  returns table (student_id uuid, seconds bigint, from_at timestamptz, open_since timestamptz,
                 taps int, last_tap_id uuid, limit_at timestamptz, longest_seconds bigint)
  language plpgsql stable
  set search_path = homeroom, pg_temp
  set plan_cache_mode = force_generic_plan
  set enable_seqscan = off
  set enable_nestloop = on
as $$
#variable_conflict use_column
begin
  return query
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
  ), removed as (
    -- Of a whole class looked up once, not for each of its taps.
    select t.student_id, array_agg(t.id) as taps
    from attendance_tap_removal r
    join attendance_tap t on t.school_id = r.school_id and t.id = r.tap_id
    where p_students is null and t.class_id = p_class and t.at <= p_through
      and not exists (
        select from attendance_tap_restoration back
        where back.school_id = r.school_id and back.tap_id = r.tap_id and back.turn = r.turn)
    group by t.student_id
  ), person as materialized (
    -- Materialised, because row-level security lets a plain column into an index condition on taps,
    -- but no coalesce().
    select asked.*, case when p_unpaid then coalesce(paid.through, p_since) else p_since end as since,
           coalesce(removed.taps, '{}') as removed
    from asked
    left join removed on removed.student_id = asked.student_id
    -- One look-up each as well.
    left join lateral (
      select p.through from attendance_paid_through p
      where p_unpaid and p.school_id = asked.school_id and p.class_id = asked.class_id
        and p.student_id = asked.student_id
      limit 1) paid on true
  )
  -- Each tap after an "in" ends a piece of time in class; after a last one that is an "in", so does the end.
  select person.student_id,
         floor(extract(epoch from coalesce(counted.time, '0') + case when counted.ends_in
           then p_through - coalesce(counted.last_at, person.since) else '0' end))::bigint,
         case when opening.id is null then counted.first_in else person.since end,
         case when counted.ends_in
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
    select sum(turn.at - turn.in_at) as time,
           min(turn.at) filter (where turn.is_in) as first_in,
           max(turn.at) filter (where turn.is_in and turn.in_at is null) as last_turn_in,
           max(turn.at) as last_at,
           coalesce(max(turn.at) filter (where turn.is_in) = max(turn.at), count(*) = 0) as ends_in,
           count(*) as taps,
           (array_agg(turn.id order by turn.at))[count(*)] as last_id,
           max(turn.at) filter (where turn.source = 'limit') as limit_at,
           max(turn.at - turn.in_at) filter (where not turn.is_in) as longest
    from (
      -- in_at: the tap before, or the start of counting, if it was an "in".
      select t.id, t.at, t.source, t.action = 'in' as is_in,
             lag(case t.action when 'in' then t.at end, 1,
               case when opening.id is not null then person.since end) over (order by t.at) as in_at
      from attendance_tap t
      where t.school_id = person.school_id and t.class_id = person.class_id
        and t.student_id = person.student_id and t.at > person.since and t.at <= p_through
        and case when p_students is null then t.id <> all (person.removed) else not exists (
          select from attendance_tap_removal r
          where r.school_id = t.school_id and r.tap_id = t.id and not exists (
            select from attendance_tap_restoration back
            where back.school_id = r.school_id and back.tap_id = r.tap_id and back.turn = r.turn))
          end) turn) counted
  where counted.taps > 0 or opening.id is not null;
end
$$;
