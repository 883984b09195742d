-- Taps from a device of a class, which keeps them while it has no network (domain/economy.md 4, api.md
-- "kiosk"). The device numbers its taps and signs each with a key that never leaves it; a number counts
-- once, whatever is sent again.

create table attendance_kiosk_key (
  school_id uuid not null,
  device_id uuid not null,
  -- The newest counts: a browser whose storage was emptied begins again, with numbers from 1.
  turn integer not null check (turn > 0),
  public_key bytea not null check (length(public_key) between 1 and 200),
  made_at timestamptz not null,
  primary key (school_id, device_id, turn),
  foreign key (school_id, device_id) references identity_account (school_id, id)
);

create table attendance_kiosk_tap (
  school_id uuid not null,
  device_id uuid not null,
  turn integer not null,
  seq bigint not null check (seq > 0),
  class_id uuid not null,
  student_id uuid,                     -- null when it was nobody of the class
  action text not null check (action in ('in', 'out')),
  at timestamptz not null,             -- by the server's clock
  content_hash bytea not null,
  code text not null check (length(code) between 1 and 40),
  tap_id uuid,                         -- null when it was refused
  received_at timestamptz not null,
  primary key (school_id, device_id, turn, seq),
  foreign key (school_id, device_id, turn) references attendance_kiosk_key,
  foreign key (school_id, class_id) references roster_class,
  foreign key (school_id, tap_id) references attendance_tap
);
create index ix_attendance_kiosk_tap_refused on attendance_kiosk_tap (school_id, class_id, received_at)
  where tap_id is null;

select tenant_table('attendance_kiosk_key', 'select, insert');
select tenant_table('attendance_kiosk_tap', 'select, insert');

-- "kiosk": a device of the class.
alter table attendance_tap
  drop constraint ck_attendance_tap_source,
  add constraint ck_attendance_tap_source check (
    source in ('student', 'teacher', 'switch', 'limit', 'roster', 'import', 'demonstration', 'kiosk'));

-- Ends what a start at p_at contradicts, whichever of the two is told first: the student's sessions in
-- other classes that are open then, and the session here that began then at the student's next start
-- elsewhere. Answers what it added.
create function attendance_switch_at(p_class uuid, p_student uuid, p_at timestamptz, p_now timestamptz)
  returns table (class_id uuid, student_id uuid, at timestamptz)
  language sql volatile
  set search_path = homeroom, pg_temp
as $$
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
         'switch', p_student, p_now
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
  returning class_id, student_id, at
$$;
grant execute on function attendance_switch_at(uuid, uuid, timestamptz, timestamptz) to homeroom_app;
