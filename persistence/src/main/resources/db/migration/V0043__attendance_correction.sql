-- Taps of the past are corrected by the teacher: taken back, put back, added, moved. Every value stays,
-- with who changed it, when and why (design.md section 4). The daily limit is applied anew to the days
-- that changed.

-- A tap may be taken back again after it was put back.
alter table attendance_tap_removal
  add column turn integer not null default 1 check (turn > 0),
  drop constraint attendance_tap_removal_pkey,
  add primary key (school_id, tap_id, turn);

-- A tap put back: it counts again.
create table attendance_tap_restoration (
  school_id uuid not null,
  tap_id uuid not null,
  turn integer not null,
  reason text not null check (length(reason) between 1 and 200),
  restored_by uuid not null,
  restored_at timestamptz not null,
  primary key (school_id, tap_id, turn),
  foreign key (school_id, tap_id, turn) references attendance_tap_removal
);

-- Why a tap was added by hand, and the one that it stands for when a time was corrected. Who and when
-- stand on the tap itself.
create table attendance_tap_addition (
  school_id uuid not null,
  tap_id uuid not null,
  reason text not null check (length(reason) between 1 and 200),
  replaces uuid,
  primary key (school_id, tap_id),
  foreign key (school_id, tap_id) references attendance_tap,
  foreign key (school_id, replaces) references attendance_tap
);
create index ix_attendance_tap_addition_replaces on attendance_tap_addition (school_id, replaces)
  where replaces is not null;

select tenant_table('attendance_tap_restoration', 'select, insert');
select tenant_table('attendance_tap_addition', 'select, insert');

-- The taps that count: never taken back, or put back since.
create or replace view attendance_tap_effective with (security_invoker = true) as
  select t.school_id, t.id, t.class_id, t.student_id, t.action, t.at, t.reason, t.source,
         t.recorded_by, t.recorded_at
  from attendance_tap t
  where not exists (
    select from attendance_tap_removal r
    where r.school_id = t.school_id and r.tap_id = t.id
      and not exists (
        select from attendance_tap_restoration back
        where back.school_id = r.school_id and back.tap_id = r.tap_id and back.turn = r.turn));

create trigger tr_attendance_tap_restored after insert on attendance_tap_restoration
  referencing new table as changed_row for each statement
  execute function attendance_standing_follow_removal();

-- As in V0041, but taps that were taken back are not in the way: the session ends at the limit.
create or replace function attendance_close_at_limit(
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
  returning class_id, student_id, at
$$;

-- Applies a daily limit anew after one student's tap at p_at was changed: tap-outs that the limit made
-- for sessions of that day are taken back where it is not reached any more, and made where it is. Of a
-- session that began on an earlier day, that day is meant as well. Answers how many taps it changed.
create function attendance_limit_anew(
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

  insert into attendance_tap_removal (school_id, tap_id, reason, removed_by, removed_at, turn)
    select t.school_id, t.id, 'The daily limit was counted anew', p_by, p_now, 1 + (
        select count(*) from attendance_tap_removal r
        where r.school_id = t.school_id and r.tap_id = t.id)
      from attendance_tap t
      where t.school_id = current_school() and t.id = any (v_made) and t.at <> all (v_closes);
  get diagnostics v_n = row_count;
  v_changed := v_changed + v_n;
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
grant execute on function attendance_limit_anew(uuid, uuid, timestamptz, integer, uuid, timestamptz)
  to homeroom_app;
