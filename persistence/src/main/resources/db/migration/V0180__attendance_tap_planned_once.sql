-- What a tap costs. A function in SQL is parsed and planned anew for every call, which was half of what a tap
-- took of the database; in PL/pgSQL it is planned once per connection. What the functions do stays as it was
-- in V0040, V0043, V0100 and V0150, but for what is said at each.

create or replace function attendance_zone(p_class uuid) returns text
  language plpgsql stable
  set search_path = homeroom, pg_temp
as $$
begin
  return (
    select coalesce(c.zone, s.zone)
    from roster_class c join tenancy_school s on s.id = c.school_id
    where c.id = p_class and c.school_id = current_school());
end
$$;

create or replace function attendance_close_at_limit(
    p_classes uuid[], p_now timestamptz, p_students uuid[] default null)
  returns table (class_id uuid, student_id uuid, at timestamptz)
  language plpgsql volatile
  set search_path = homeroom, pg_temp
as $$
#variable_conflict use_column
begin
  return query
  with due as (
    select standing.school_id, standing.class_id, standing.student_id,
           settings.daily_limit_minutes as minutes,
           standing.since + make_interval(
             mins => settings.daily_limit_minutes, secs => -standing.closed_day_seconds) as at
    from payroll_settings settings
    join attendance_standing standing
      on standing.school_id = settings.school_id and standing.class_id = settings.class_id
    where settings.class_id = any (p_classes) and settings.daily_limit_minutes is not null
      and standing.is_in and (p_students is null or standing.student_id = any (p_students))
  ), late as (
    -- Never before a later tap of the same session, such as a repeated "in", and never in a second
    -- that is taken.
    select due.*, (
      select min(free.at)
      from generate_series(0, 60) step
      cross join lateral (select greatest(due.at, (
        select max(t.at) + interval '1 second' from attendance_tap_effective t
        where t.school_id = due.school_id and t.class_id = due.class_id
          and t.student_id = due.student_id and t.at <= p_now)) + make_interval(secs => step) as at) free
      where not exists (
        select from attendance_tap t
        where t.school_id = due.school_id and t.class_id = due.class_id
          and t.student_id = due.student_id and t.at = free.at)) as closes_at
    from due where due.at <= p_now
  )
  insert into attendance_tap
    (school_id, id, class_id, student_id, action, at, reason, source, recorded_at)
  select late.school_id, gen_random_uuid(), late.class_id, late.student_id, 'out', late.closes_at,
         'Daily limit (' || trim_scale(round(late.minutes / 60.0, 2)) || ' h) reached', 'limit', p_now
  from late
  where late.closes_at <= p_now
  order by late.class_id, late.student_id
  on conflict on constraint ux_attendance_tap_one_a_second do nothing
  returning class_id, student_id, at;
end
$$;

create or replace function attendance_switch_at(p_class uuid, p_student uuid, p_at timestamptz, p_by uuid,
    p_now timestamptz)
  returns table (class_id uuid, student_id uuid, at timestamptz)
  language plpgsql volatile
  set search_path = homeroom, pg_temp
as $$
#variable_conflict use_column
begin
  return query
  with other as (
    select seat.class_id from roster_seat seat
    where seat.school_id = current_school() and seat.student_id = p_student
      and seat.class_id <> p_class
  ), open_then as (
    select other.class_id, p_at as at
    from other
    cross join lateral (
      select t.action from attendance_tap_effective t
      where t.class_id = other.class_id and t.student_id = p_student and t.at <= p_at
      order by t.at desc limit 1) newest
    where newest.action = 'in'
  ), next_start as (
    select p_class as class_id, min(t.at) as at
    from other
    join attendance_tap_effective t
      on t.class_id = other.class_id and t.student_id = p_student and t.action = 'in' and t.at > p_at
    having min(t.at) < coalesce((
      select min(o.at) from attendance_tap_effective o
      where o.class_id = p_class and o.student_id = p_student and o.action = 'out' and o.at > p_at),
      'infinity')
  ), due as (
    select * from open_then union all select * from next_start
  )
  insert into attendance_tap
    (school_id, id, class_id, student_id, action, at, reason, source, recorded_by, recorded_at)
  select current_school(), gen_random_uuid(), due.class_id, p_student, 'out', free.at, 'auto_switch',
         'switch', p_by, p_now
  from due
  cross join lateral (
    -- The first second from then on that no tap has taken.
    select min(due.at + make_interval(secs => step)) as at
    from generate_series(0, 60) step
    where not exists (
      select from attendance_tap t
      where t.class_id = due.class_id and t.student_id = p_student
        and t.at = due.at + make_interval(secs => step))) free
  where free.at is not null
  returning class_id, student_id, at;
end
$$;

create or replace function payroll_limit_at(p_class uuid, p_student uuid, p_at timestamptz)
  returns integer
  language plpgsql stable
  set search_path = homeroom, pg_temp
as $$
begin
  return (
    select case when paid.id is null then terms.daily_limit_minutes else paid.daily_limit_minutes end
    from payroll_terms(p_class) terms
    left join lateral (
      select r.id, r.daily_limit_minutes from payroll_run r
        join payroll_line l on l.school_id = r.school_id and l.run_id = r.id
        where r.school_id = current_school() and r.class_id = p_class and r.through >= p_at
          and r.state in ('running', 'failed', 'paid') and l.student_id = p_student
          and (l.amount > 0 or l.settled or r.state <> 'paid')
        order by r.through limit 1) paid on true);
end
$$;

-- Asks attendance_time() itself, not by way of attendance_unpaid(); and when a day has nothing since its
-- midnight, such as one with a tap out at midnight alone, the day before is not left standing.
create or replace function attendance_restand(p_class uuid, p_students uuid[], p_taps_changed boolean)
  returns void
  language plpgsql
  set search_path = homeroom, pg_temp
  -- Planned for few students, which is right for many as well: every row is found by its key.
  set plan_cache_mode = force_generic_plan
  -- Nested loops are right for taps, even when the transaction has turned them off for a large roster.
  set enable_nestloop = on
  -- As usual, also when a trigger has turned it off.
  set enable_seqscan = on
as $$
declare
  -- Any instant after every tap: what an open session adds until then is taken off again.
  v_horizon constant timestamptz := '3000-01-01 00:00:00+00';
  v_zone constant text := attendance_zone(p_class);
begin
  insert into attendance_standing (school_id, class_id, student_id)
  select current_school(), p_class, student
  from unnest(p_students) student order by student
  on conflict do nothing;

  perform from attendance_standing
  where class_id = p_class and student_id = any (p_students)
  order by student_id for update;

  if p_taps_changed then
    update attendance_standing standing
    set is_in = coalesce(newest.action = 'in', false),
        since = case newest.action when 'in' then opening.at else newest.at end,
        day = (coalesce(opening.at, newest.at) at time zone v_zone)::date,
        reason = newest.reason, closed_day_seconds = 0
    from unnest(p_students) student
    left join lateral (
      select t.action, t.at, t.reason from attendance_tap_effective t
      where t.class_id = p_class and t.student_id = student
      order by t.at desc limit 1) newest on true
    left join lateral (
      select min(t.at) as at from attendance_tap_effective t
      where newest.action = 'in' and t.class_id = p_class and t.student_id = student
        and t.at > coalesce((
          select o.at from attendance_tap_effective o
          where o.class_id = p_class and o.student_id = student and o.action = 'out'
          order by o.at desc limit 1), '-infinity')) opening on true
    where standing.class_id = p_class and standing.student_id = student;

    update attendance_standing standing
    set closed_day_seconds = coalesce(
          worked.seconds - coalesce(extract(epoch from v_horizon - worked.open_since), 0), 0)
    from (
      select s.day, array_agg(s.student_id) as students
      from attendance_standing s
      where s.class_id = p_class and s.student_id = any (p_students) and s.day is not null
      group by s.day) same
    cross join lateral attendance_time(
      p_class, same.day::timestamp at time zone v_zone, v_horizon, false, same.students) worked
    where standing.class_id = p_class and standing.student_id = worked.student_id;
  end if;

  update attendance_standing standing
  set closed_unpaid_seconds = coalesce(
        unpaid.seconds - coalesce(extract(epoch from v_horizon - unpaid.open_since), 0), 0),
      counts_from = unpaid.open_since
  from unnest(p_students) student
  left join attendance_time(p_class, '-infinity', v_horizon, true, p_students) unpaid
    on unpaid.student_id = student
  where standing.class_id = p_class and standing.student_id = student;
end
$$;

-- One tap that is the student's newest moves the standing on by itself, whatever came before; anything
-- else is counted from the taps.
create or replace function attendance_standing_follow_tap() returns trigger
  language plpgsql
  set search_path = homeroom, pg_temp
  set plan_cache_mode = force_generic_plan
  -- Planned by the first statement of a connection, which may be an import of thousands of taps.
  set enable_nestloop = on
  set enable_seqscan = off
as $$
declare
  -- Arrays, because a plan that is made for an import of thousands would stay for single taps.
  v_id uuid[];
  v_class uuid[];
  v_student uuid[];
  v_moved uuid[];
begin
  select array_agg(id), array_agg(class_id), array_agg(student_id) into v_id, v_class, v_student
  from (
    select id, class_id, student_id, count(*) over (partition by class_id, student_id) as taps
    from changed_row) alone
  where taps = 1;

  -- As attendance_restand() does, so that the next statement sees what another writer has committed.
  perform from unnest(v_class, v_student) tap (class_id, student_id)
    join attendance_standing standing
      on standing.school_id = current_school() and standing.class_id = tap.class_id
        and standing.student_id = tap.student_id
    order by standing.class_id, standing.student_id for update of standing;

  with zone as materialized (
    select class_id, attendance_zone(class_id) as name
    from (select distinct class_id from unnest(v_class) class_id) one
  ), tap as materialized (
    select t.school_id, t.class_id, t.student_id, t.id, t.action, t.at, t.reason, zone.name as zone,
           (t.at at time zone zone.name)::date as day
    from unnest(v_id) asked (id)
    join attendance_tap t on t.school_id = current_school() and t.id = asked.id
    join zone on zone.class_id = t.class_id
  ), moved as (
    update attendance_standing standing
    set is_in = tap.action = 'in',
        since = case when tap.action = 'in' and standing.is_in then standing.since else tap.at end,
        day = case when tap.action = 'in' and standing.is_in then standing.day else tap.day end,
        reason = tap.reason,
        closed_day_seconds = case
          when tap.action = 'in' and standing.is_in then standing.closed_day_seconds
          when tap.day <> standing.day then case when standing.is_in
            then extract(epoch from tap.at - (tap.day::timestamp at time zone tap.zone)) else 0 end
          when standing.is_in
            then standing.closed_day_seconds + extract(epoch from tap.at - standing.since)
          else standing.closed_day_seconds end,
        closed_unpaid_seconds = standing.closed_unpaid_seconds + case
          when tap.action = 'out' and standing.is_in
            then extract(epoch from tap.at - standing.counts_from) else 0 end,
        counts_from = case when tap.action = 'out' then null
          when standing.is_in then standing.counts_from else tap.at end
    from tap
    where standing.school_id = tap.school_id and standing.class_id = tap.class_id
      and standing.student_id = tap.student_id
      -- Counted anew, when the class has another zone since, or an open session counts from nothing.
      and standing.day = (standing.since at time zone tap.zone)::date
      and (not standing.is_in or standing.counts_from is not null)
      and not exists (
        select from attendance_tap later
        where later.school_id = tap.school_id and later.class_id = tap.class_id
          and later.student_id = tap.student_id and later.at > tap.at)
      and not exists (
        select from attendance_paid_through paid
        where paid.school_id = tap.school_id and paid.class_id = tap.class_id
          and paid.student_id = tap.student_id and paid.through >= tap.at)
    returning tap.id
  )
  select array_agg(id) into v_moved from moved;

  perform attendance_restand(changed.class_id, changed.students, true)
  from (
    select class_id, array_agg(distinct student_id) as students
    from changed_row where id not in (select unnest(v_moved))
    group by class_id order by class_id) changed;
  return null;
end
$$;

-- Planned for the taps at hand each time, and mostly there are none.
create or replace function attendance_limit_anew(
    p_class uuid, p_student uuid, p_at timestamptz, p_minutes integer, p_by uuid, p_now timestamptz)
  returns integer
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_zone constant text := attendance_zone(p_class);
  v_limit constant interval := make_interval(mins => p_minutes);
  v_to constant timestamptz :=
    ((p_at at time zone v_zone)::date + 1)::timestamp at time zone v_zone;
  v_from timestamptz;
  v_made uuid[];
  v_tap record;
  v_in timestamptz;
  v_used interval := interval '0';
  v_day date;
  v_due timestamptz;
  v_closes timestamptz[] := '{}';
  v_changed integer := 0;
  v_n integer;
begin
  if p_minutes is null then
    return 0;
  end if;
  -- Where the session around the tap began; the limit's own taps do not end one here.
  select coalesce(min(t.at), p_at) into v_from
    from attendance_tap_effective t
    where t.class_id = p_class and t.student_id = p_student and t.at <= p_at and t.action = 'in'
      and t.at > coalesce((
        select max(o.at) from attendance_tap_effective o
        where o.class_id = p_class and o.student_id = p_student and o.at < p_at
          and o.action = 'out' and o.source <> 'limit'), '-infinity');
  -- Further back than the limit's own taps of that day it need not go.
  v_from := greatest(v_from, p_at - interval '48 hours');
  v_from := date_trunc('day', v_from, v_zone);
  select coalesce(array_agg(t.id), '{}') into v_made
    from attendance_tap_effective t
    where t.class_id = p_class and t.student_id = p_student and t.source = 'limit'
      and t.at >= v_from and not exists (
        select from attendance_tap_effective i
        where i.class_id = p_class and i.student_id = p_student and i.action = 'in'
          and i.at >= v_to and i.at < t.at);

  for v_tap in
    select t.action, t.at from attendance_tap_effective t
      where t.class_id = p_class and t.student_id = p_student and t.at >= v_from
        and t.id <> all (v_made)
      order by t.at
  loop
    if v_in is not null then
      v_due := greatest(v_in + v_limit - v_used, v_in + interval '1 second');
      if v_due < v_tap.at then
        v_closes := v_closes || v_due;
        v_used := v_limit;
        v_in := null;
      end if;
    end if;
    if v_tap.action = 'in' and v_in is null then
      exit when v_tap.at >= v_to;
      v_in := v_tap.at;
      if (v_in at time zone v_zone)::date is distinct from v_day then
        v_day := (v_in at time zone v_zone)::date;
        v_used := interval '0';
      end if;
    elsif v_tap.action = 'out' and v_in is not null then
      if (v_tap.at at time zone v_zone)::date = v_day then
        v_used := v_used + (v_tap.at - v_in);
      else
        -- Past midnight it is the next day's time.
        v_day := (v_tap.at at time zone v_zone)::date;
        v_used := v_tap.at - date_trunc('day', v_tap.at, v_zone);
      end if;
      v_in := null;
    end if;
  end loop;
  if v_in is not null then
    v_due := greatest(v_in + v_limit - v_used, v_in + interval '1 second');
    if v_due <= p_now then
      v_closes := v_closes || v_due;
    end if;
  end if;

  if v_made <> '{}' then
    insert into attendance_tap_removal (school_id, tap_id, reason, removed_by, removed_at, turn)
      select t.school_id, t.id, 'The daily limit was counted anew', p_by, p_now, 1 + (
          select count(*) from attendance_tap_removal r
          where r.school_id = t.school_id and r.tap_id = t.id)
        from attendance_tap t
        where t.school_id = current_school() and t.id = any (v_made) and t.at <> all (v_closes);
    get diagnostics v_n = row_count;
    v_changed := v_changed + v_n;
  end if;
  foreach v_due in array v_closes loop
    -- One that was taken back before counts again; another tap of that second moves it on.
    insert into attendance_tap_restoration (school_id, tap_id, turn, reason, restored_by, restored_at)
      select r.school_id, r.tap_id, r.turn, 'The daily limit was counted anew', p_by, p_now
        from attendance_tap t
        join attendance_tap_removal r on r.school_id = t.school_id and r.tap_id = t.id
        where t.class_id = p_class and t.student_id = p_student and t.at = v_due
          and t.action = 'out'
          and not exists (
            select from attendance_tap_restoration back
            where back.school_id = r.school_id and back.tap_id = r.tap_id and back.turn = r.turn);
    get diagnostics v_n = row_count;
    v_changed := v_changed + v_n;
    if v_n = 0 and not exists (
        select from attendance_tap_effective t
        where t.class_id = p_class and t.student_id = p_student and t.at = v_due
          and t.action = 'out') then
      while exists (
          select from attendance_tap t
          where t.class_id = p_class and t.student_id = p_student and t.at = v_due) loop
        v_due := v_due + interval '1 second';
      end loop;
      insert into attendance_tap
          (school_id, id, class_id, student_id, action, at, reason, source, recorded_at)
        values (current_school(), gen_random_uuid(), p_class, p_student, 'out', v_due,
          'Daily limit (' || trim_scale(round(p_minutes / 60.0, 2)) || ' h) reached', 'limit', p_now);
      v_changed := v_changed + 1;
    end if;
  end loop;
  return v_changed;
end
$$;
