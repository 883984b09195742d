-- Taps are the truth and are only ever added; sessions and paid seconds are derived from them in the
-- functions below and nowhere else (design.md section 4, domain/economy.md section 4).

create table attendance_tap (
  school_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  student_id uuid not null,
  action text not null check (action in ('in', 'out')),
  at timestamptz not null
    constraint ck_attendance_tap_whole_seconds check (at = date_trunc('second', at)),
  reason text check (length(reason) between 1 and 50),
  source text not null
    check (source in ('student', 'teacher', 'switch', 'limit', 'import', 'demonstration')),
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, class_id) references roster_class,
  -- One person does one thing a second, so the order of taps is never in doubt.
  constraint ux_attendance_tap_one_a_second unique (school_id, class_id, student_id, at)
);
create index ix_attendance_tap_class on attendance_tap (school_id, class_id, at, id);

-- A tap taken back stays where it is, with who took it back and why.
create table attendance_tap_removal (
  school_id uuid not null,
  tap_id uuid not null,
  reason text not null check (length(reason) between 1 and 200),
  removed_by uuid not null,
  removed_at timestamptz not null,
  primary key (school_id, tap_id),
  foreign key (school_id, tap_id) references attendance_tap
);

-- The taps that count.
create view attendance_tap_effective with (security_invoker = true) as
  select t.school_id, t.id, t.class_id, t.student_id, t.action, t.at, t.reason, t.source,
         t.recorded_by, t.recorded_at
  from attendance_tap t
  where not exists (
    select from attendance_tap_removal r where r.school_id = t.school_id and r.tap_id = t.id);

-- The last school day on which the student said "done"; a start is refused until that day is over.
create table attendance_done_for_day (
  school_id uuid not null,
  class_id uuid not null,
  student_id uuid not null,
  day date not null,
  primary key (school_id, class_id, student_id),
  foreign key (school_id, class_id) references roster_class
);

-- Up to which instant time has been paid: the anchor of unpaid time. Pay runs write it.
create table attendance_paid_through (
  school_id uuid not null,
  class_id uuid not null,
  student_id uuid not null,
  through timestamptz not null
    constraint ck_attendance_paid_through_whole_seconds
      check (through = date_trunc('second', through)),
  pay_run_id uuid not null,
  primary key (school_id, class_id, student_id),
  foreign key (school_id, class_id) references roster_class
);

create table attendance_import (
  school_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  imported_by uuid not null,
  file_name text check (length(file_name) <= 200),
  accepted integer not null,
  skipped integer not null,
  rejected integer not null,
  created_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, class_id) references roster_class
);
create index ix_attendance_import_class on attendance_import (school_id, class_id, created_at desc);

-- What became of each line. The value is the refused cell alone, shortened, never a whole row.
create table attendance_import_row (
  school_id uuid not null,
  import_id uuid not null,
  line integer not null,
  outcome text not null check (outcome in ('accepted', 'skipped', 'rejected')),
  code text not null,
  field text,
  value text check (length(value) <= 60),
  message text not null,
  primary key (school_id, import_id, line),
  foreign key (school_id, import_id) references attendance_import
);

select tenant_table('attendance_tap', 'select, insert');
select tenant_table('attendance_tap_removal', 'select, insert');
select tenant_table('attendance_done_for_day', 'select, insert, update, delete');
select tenant_table('attendance_paid_through', 'select, insert, update, delete');
select tenant_table('attendance_import', 'select, insert');
select tenant_table('attendance_import_row', 'select, insert');
grant select on attendance_tap_effective to homeroom_app;

-- Seconds in class between two instants, per student, by the rules of domain/economy.md 4.3. Who was
-- in at the start counts from the start, a repeated "in" keeps the first, an "out" without an "in"
-- adds nothing, an open session counts to the end. With p_unpaid the start is the student's
-- paid-through instant, if there is one. Students without a tap in between are left out.
--   seconds          whole seconds
--   from_at          where counting began
--   open_since       begin of the session that is open at the end, else null
--   taps             taps looked at (the one before the start included when it was an "in")
--   last_tap_id      the newest of them
--   limit_at         when the daily limit tapped the student out last, else null
--   longest_seconds  the longest time between an "in" and the "out" after it, null without any
-- Student by student, because each one's taps come in order from one short piece of an index.
create function attendance_time(
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
    join roster_seat seat on seat.school_id = current_school() and seat.class_id = p_class
      and seat.student_id = student
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

-- Time not paid yet, per student of a class, up to an instant.
create function attendance_unpaid(
    p_class uuid, p_through timestamptz, p_students uuid[] default null)
  returns table (student_id uuid, seconds bigint, from_at timestamptz, open_since timestamptz,
                 taps int, last_tap_id uuid, limit_at timestamptz, longest_seconds bigint)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select t.* from attendance_time(p_class, '-infinity', p_through, true, p_students) t
$$;

-- The class's own time zone, else its school's.
create function attendance_zone(p_class uuid) returns text
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select coalesce(c.zone, s.zone)
  from roster_class c join tenancy_school s on s.id = c.school_id
  where c.id = p_class and c.school_id = current_school()
$$;

-- Time since midnight of the class's zone, per student. A day is 23, 24 or 25 hours long.
create function attendance_worked_today(
    p_class uuid, p_now timestamptz, p_students uuid[] default null)
  returns table (student_id uuid, seconds bigint, open_since timestamptz)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select t.student_id, t.seconds, t.open_since
  from (select attendance_zone(p_class) as name) zone
  cross join lateral attendance_time(
    p_class, date_trunc('day', p_now, zone.name), p_now, false, p_students) t
$$;

grant execute on function attendance_time(uuid, timestamptz, timestamptz, boolean, uuid[]),
  attendance_unpaid(uuid, timestamptz, uuid[]), attendance_zone(uuid),
  attendance_worked_today(uuid, timestamptz, uuid[]) to homeroom_app;
