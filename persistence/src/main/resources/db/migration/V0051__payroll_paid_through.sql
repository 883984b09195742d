-- Up to when each student's time in the class is paid, or is being paid by a run that is not finished.
-- Waits for a commit that is deciding, and makes the next one wait for the caller: taps added in the
-- caller's transaction are either an input that the commit sees, or known to come too late for it.
create function payroll_paid_through(p_class uuid)
  returns table (student_id uuid, through timestamptz)
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('payroll ' || p_class, 0));
  return query
    select x.student_id, max(x.through)
      from (
        select p.student_id, p.through from attendance_paid_through p
          where p.school_id = v_school and p.class_id = p_class
        union all
        select l.student_id, r.through from payroll_run r
          join payroll_line l on l.school_id = r.school_id and l.run_id = r.id
          where r.school_id = v_school and r.class_id = p_class
            and r.state in ('running', 'failed') and l.amount > 0) x
      group by x.student_id;
end
$$;
revoke execute on function payroll_paid_through(uuid) from public;
grant execute on function payroll_paid_through(uuid) to homeroom_app;
