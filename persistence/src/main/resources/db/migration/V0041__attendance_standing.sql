-- Where each student stands: in or out, since when, and the closed unpaid seconds. Derived from taps
-- and paid-through instants whenever one of them changes, so that a board of 150 students reads 150
-- short rows instead of weeks of taps. Pay runs never read it; they ask attendance_unpaid().

create table attendance_standing (
  school_id uuid not null,
  class_id uuid not null,
  student_id uuid not null,
  is_in boolean not null default false,
  since timestamptz,
  reason text,
  closed_unpaid_seconds bigint not null default 0,
  counts_from timestamptz,
  primary key (school_id, class_id, student_id),
  foreign key (school_id, class_id) references roster_class
);
create index ix_attendance_standing_student on attendance_standing (school_id, student_id);
select tenant_table('attendance_standing', 'select, insert, update, delete');

-- Recomputes the standing of some students of a class. The rows are locked first, each in the same
-- order, so that of two writers the second one computes from what the first one has committed.
create function attendance_restand(p_class uuid, p_students uuid[]) returns void
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  -- Any instant after every tap: what an open session adds until then is taken off again.
  v_horizon constant timestamptz := '3000-01-01 00:00:00+00';
begin
  insert into attendance_standing (school_id, class_id, student_id)
  select current_school(), p_class, student
  from unnest(p_students) student order by student
  on conflict do nothing;

  perform from attendance_standing
  where class_id = p_class and student_id = any (p_students)
  order by student_id for update;

  update attendance_standing standing
  set is_in = coalesce(newest.action = 'in', false),
      since = case newest.action when 'in' then opening.at else newest.at end,
      reason = newest.reason,
      closed_unpaid_seconds = coalesce(
        unpaid.seconds - coalesce(extract(epoch from v_horizon - unpaid.open_since), 0), 0),
      counts_from = unpaid.open_since
  from unnest(p_students) student
  left join attendance_unpaid(p_class, v_horizon, p_students) unpaid on unpaid.student_id = student
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
end
$$;

create function attendance_standing_follow() returns trigger
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
begin
  perform attendance_restand(changed.class_id, changed.students)
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
  perform attendance_restand(changed.class_id, changed.students)
  from (
    select t.class_id, array_agg(distinct t.student_id) as students
    from changed_row r join attendance_tap t on t.school_id = r.school_id and t.id = r.tap_id
    group by t.class_id order by t.class_id) changed;
  return null;
end
$$;

create trigger tr_attendance_tap_added after insert on attendance_tap
  referencing new table as changed_row for each statement
  execute function attendance_standing_follow();
create trigger tr_attendance_tap_removed after insert on attendance_tap_removal
  referencing new table as changed_row for each statement
  execute function attendance_standing_follow_removal();
create trigger tr_attendance_paid_added after insert on attendance_paid_through
  referencing new table as changed_row for each statement
  execute function attendance_standing_follow();
create trigger tr_attendance_paid_moved after update on attendance_paid_through
  referencing new table as changed_row for each statement
  execute function attendance_standing_follow();
create trigger tr_attendance_paid_undone after delete on attendance_paid_through
  referencing old table as changed_row for each statement
  execute function attendance_standing_follow();

grant execute on function attendance_restand(uuid, uuid[]) to homeroom_app;
