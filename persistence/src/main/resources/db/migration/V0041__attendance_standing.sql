-- Where each student stands. Derived from taps and paid-through instants whenever one of them changes,
-- so that a board of 150 students reads 150 short rows instead of weeks of taps. Pay runs never read
-- it; they ask attendance_unpaid().
--   since                  begin of the open session, or the last tap-out
--   day                    the class's local date of since
--   closed_day_seconds     time in closed sessions of that day
--   closed_unpaid_seconds  time in closed sessions not paid yet
--   counts_from            from where the open session is not paid yet, null when out

create table attendance_standing (
  school_id uuid not null,
  class_id uuid not null,
  student_id uuid not null,
  is_in boolean not null default false,
  since timestamptz,
  reason text,
  day date,
  closed_day_seconds bigint not null default 0,
  closed_unpaid_seconds bigint not null default 0,
  counts_from timestamptz,
  primary key (school_id, class_id, student_id),
  foreign key (school_id, class_id) references roster_class
);
create index ix_attendance_standing_student on attendance_standing (school_id, student_id);
select tenant_table('attendance_standing', 'select, insert, update, delete');

-- Recomputes the standing of some students of a class. The rows are locked first, always in the same
-- order, so that of two writers the second one computes from what the first one has committed.
-- Without p_taps_changed only what depends on paid-through instants is computed.
create function attendance_restand(p_class uuid, p_students uuid[], p_taps_changed boolean)
  returns void
  language plpgsql
  set search_path = homeroom, pg_temp
  -- Planned for few students, which is right for many as well: every row is found by its key.
  set plan_cache_mode = force_generic_plan
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
        reason = newest.reason
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
  left join attendance_unpaid(p_class, v_horizon, p_students) unpaid
    on unpaid.student_id = student
  where standing.class_id = p_class and standing.student_id = student;
end
$$;

create function attendance_standing_follow_tap() returns trigger
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
begin
  perform attendance_restand(changed.class_id, changed.students, true)
  from (
    select class_id, array_agg(distinct student_id) as students
    from changed_row group by class_id order by class_id) changed;
  return null;
end
$$;

create function attendance_standing_follow_removal() returns trigger
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
begin
  perform attendance_restand(changed.class_id, changed.students, true)
  from (
    select t.class_id, array_agg(distinct t.student_id) as students
    from changed_row r join attendance_tap t on t.school_id = r.school_id and t.id = r.tap_id
    group by t.class_id order by t.class_id) changed;
  return null;
end
$$;

create function attendance_standing_follow_pay() returns trigger
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
begin
  perform attendance_restand(changed.class_id, changed.students, false)
  from (
    select class_id, array_agg(distinct student_id) as students
    from changed_row group by class_id order by class_id) changed;
  return null;
end
$$;

create trigger tr_attendance_tap_added after insert on attendance_tap
  referencing new table as changed_row for each statement
  execute function attendance_standing_follow_tap();
create trigger tr_attendance_tap_removed after insert on attendance_tap_removal
  referencing new table as changed_row for each statement
  execute function attendance_standing_follow_removal();
create trigger tr_attendance_paid_added after insert on attendance_paid_through
  referencing new table as changed_row for each statement
  execute function attendance_standing_follow_pay();
create trigger tr_attendance_paid_moved after update on attendance_paid_through
  referencing new table as changed_row for each statement
  execute function attendance_standing_follow_pay();
create trigger tr_attendance_paid_undone after delete on attendance_paid_through
  referencing old table as changed_row for each statement
  execute function attendance_standing_follow_pay();

-- Taps out whoever has reached the daily limit, at the instant the limit was reached on the day the
-- session began, whenever that is noticed (domain/economy.md 4.4). Answers who was tapped out.
create function attendance_close_at_limit(
    p_classes uuid[], p_now timestamptz, p_students uuid[] default null)
  returns table (class_id uuid, student_id uuid, at timestamptz)
  language sql volatile
  set search_path = homeroom, pg_temp
as $$
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
    -- Never before a later tap of the same session, such as a repeated "in".
    select due.*, greatest(due.at, (
      select max(t.at) + interval '1 second' from attendance_tap t
      where t.school_id = due.school_id and t.class_id = due.class_id
        and t.student_id = due.student_id and t.at <= p_now)) as closes_at
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
  returning class_id, student_id, at
$$;

grant execute on function attendance_restand(uuid, uuid[], boolean),
  attendance_close_at_limit(uuid[], timestamptz, uuid[]) to homeroom_app;
