-- As V0185 for a class that moves to another time zone: when a school moves, its classes that have no zone of
-- their own move with it. Schools are changed at the district's address, and only a school that is bound
-- sees its standings.
create function attendance_standing_follow_school_zone() returns trigger
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_bound constant text := current_setting('app.school_id', true);
begin
  perform set_config('app.school_id', new.id::text, true);
  perform attendance_restand(moved.class_id, moved.students, true)
  from (
    select standing.class_id, array_agg(standing.student_id) as students
    from roster_class class
    join attendance_standing standing
      on standing.school_id = class.school_id and standing.class_id = class.id
    where class.school_id = new.id and class.zone is null
    group by standing.class_id order by standing.class_id) moved;
  perform set_config('app.school_id', coalesce(v_bound, ''), true);
  return null;
end
$$;

create trigger tr_tenancy_school_zone after update of zone on tenancy_school
  for each row when (new.zone is distinct from old.zone)
  execute function attendance_standing_follow_school_zone();

-- A tap that waits for such a move is counted by the new zone: read before the locks, it was the old one.
do $$
declare
  v_is constant text := pg_get_functiondef('attendance_restand(uuid, uuid[], boolean)'::regprocedure);
  v_declared constant text := '  v_zone constant text := attendance_zone(p_class);
';
  v_locked constant text := '  order by student_id for update;
';
  v_new text;
begin
  if strpos(v_is, v_declared) = 0 or strpos(v_is, v_locked) = 0 then
    raise exception 'attendance_restand reads its zone in another way';
  end if;
  v_new := replace(v_is, v_declared, '  v_zone text;
');
  v_new := replace(v_new, v_locked, v_locked || '
  v_zone := attendance_zone(p_class);
');
  execute v_new;
end
$$;
