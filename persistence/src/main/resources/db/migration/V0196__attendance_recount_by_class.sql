-- A school that moves has its classes counted anew after it has moved, each in a transaction of its own
-- (ZoneFollower): in one transaction taps of all its classes waited for the last of them, and two classes
-- that a tap takes in the other order deadlocked.
drop trigger tr_tenancy_school_zone on tenancy_school;
drop function attendance_standing_follow_school_zone();

-- All students of a statement are locked at once and in order, as attendance_restand() locks them. Those with
-- several taps were locked after the others, which deadlocked with a recount of the class or a pay run.
do $$
declare
  v_is constant text := pg_get_functiondef('attendance_standing_follow_tap'::regproc);
  v_some constant text := '  select array_agg(id), array_agg(class_id), array_agg(student_id) into v_id, v_class, v_student
';
  v_alone constant text := ' alone
  where taps = 1;
';
begin
  if strpos(v_is, v_some) = 0 or strpos(v_is, v_alone) = 0 then
    raise exception 'attendance_standing_follow_tap chooses its taps in another way';
  end if;
  execute replace(replace(v_is, v_some,
    '  select array_agg(id) filter (where taps = 1), array_agg(class_id), array_agg(student_id)
    into v_id, v_class, v_student
'), v_alone, ' counted;
');
end
$$;

-- As all functions of the application: nobody else calls it.
revoke execute on function payroll_unpaid(uuid, uuid, integer) from public;
