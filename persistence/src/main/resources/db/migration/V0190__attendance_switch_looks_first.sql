-- A start mostly contradicts nothing: then nothing is inserted, because even no row at all sets off what
-- follows every tap. What the function does stays as it was in V0180.

create or replace function attendance_switch_at(p_class uuid, p_student uuid, p_at timestamptz, p_by uuid,
    p_now timestamptz)
  returns table (class_id uuid, student_id uuid, at timestamptz)
  language plpgsql volatile
  set search_path = homeroom, pg_temp
as $$
#variable_conflict use_column
declare
  v_other constant uuid[] := array(
    select seat.class_id from roster_seat seat
    where seat.school_id = current_school() and seat.student_id = p_student
      and seat.class_id <> p_class);
  v_class uuid[];
  v_at timestamptz[];
begin
  if v_other = '{}' then
    return;
  end if;

  select array_agg(due.class_id), array_agg(due.at) into v_class, v_at
  from (
    select other.class_id, p_at as at
    from unnest(v_other) other (class_id)
    cross join lateral (
      select t.action from attendance_tap_effective t
      where t.class_id = other.class_id and t.student_id = p_student and t.at <= p_at
      order by t.at desc limit 1) newest
    where newest.action = 'in'
    union all
    select p_class, min(t.at)
    from unnest(v_other) other (class_id)
    join attendance_tap_effective t
      on t.class_id = other.class_id and t.student_id = p_student and t.action = 'in' and t.at > p_at
    having min(t.at) < coalesce((
      select min(o.at) from attendance_tap_effective o
      where o.class_id = p_class and o.student_id = p_student and o.action = 'out' and o.at > p_at),
      'infinity')) due;
  if v_class is null then
    return;
  end if;

  return query
  insert into attendance_tap
    (school_id, id, class_id, student_id, action, at, reason, source, recorded_by, recorded_at)
  select current_school(), gen_random_uuid(), due.class_id, p_student, 'out', free.at, 'auto_switch',
         'switch', p_by, p_now
  from unnest(v_class, v_at) due (class_id, at)
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
