-- As in V0100, and a run up to an earlier instant than people are paid through leaves them where they are.
create or replace function payroll_finish(p_run uuid, p_now timestamptz) returns boolean
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_run payroll_run;
begin
  update payroll_run r set state = 'paid', finished_at = p_now, version = r.version + 1
    where r.school_id = v_school and r.id = p_run and r.state = 'running'
      and r.paid_count = r.student_count
    returning * into v_run;
  if not found then
    return false;
  end if;
  update payroll_line l set settled = true
    where l.school_id = v_school and l.run_id = p_run and l.amount = 0
      and (l.anchor_at is null or l.anchor_at < v_run.through);
  insert into attendance_paid_through (school_id, class_id, student_id, through, pay_run_id)
    select v_school, v_run.class_id, l.student_id, v_run.through, p_run
      from payroll_line l
      where l.school_id = v_school and l.run_id = p_run and l.settled
    on conflict (school_id, class_id, student_id)
      do update set through = excluded.through, pay_run_id = excluded.pay_run_id
        where attendance_paid_through.through < excluded.through;
  return true;
end
$$;
