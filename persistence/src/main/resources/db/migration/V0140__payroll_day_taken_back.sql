-- As in V0100, but of several entries of one student the one for the latest time is taken back first: each
-- leaves what was paid through as the one before it had left it.
create or replace function payroll_unpay(p_entries uuid[]) returns text
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_line record;
  v_after record;
begin
  for v_line in
    select l.id, l.run_id, l.student_id, l.anchor_at, l.anchor_run_id, r.class_id
      from ledger_book b
      join ledger_entry e on e.school_id = b.school_id and e.book_id = b.id
      join payroll_line l on l.school_id = e.school_id and l.id = e.cause_id and l.entry_id = e.id
      join payroll_run r on r.school_id = l.school_id and r.id = l.run_id
      where b.school_id = v_school and e.id = any (p_entries) and e.cause_type = 'pay_line'
        and not exists (select from ledger_entry back
          where back.school_id = v_school and back.reversal_of = e.id)
      order by r.class_id, l.student_id, l.anchor_at desc nulls last
  loop
    -- After a commit that is deciding, and before the next one.
    perform pg_advisory_xact_lock(hashtextextended('payroll ' || v_line.class_id, 0));
    loop
      update payroll_line l set settled = false
        from attendance_paid_through paid
        where paid.school_id = v_school and paid.class_id = v_line.class_id
          and paid.student_id = v_line.student_id and paid.pay_run_id <> v_line.run_id
          and l.school_id = v_school and l.run_id = paid.pay_run_id
          and l.student_id = paid.student_id and l.settled
          and not exists (
            select from payroll_correction c
              where c.school_id = v_school and c.line_id = l.id and c.entry_id is not null
                and not exists (select from ledger_entry back
                  where back.school_id = v_school and back.reversal_of = c.entry_id))
        returning l.anchor_at, l.anchor_run_id into v_after;
      exit when not found or v_after.anchor_at is null;
      update attendance_paid_through paid
        set through = v_after.anchor_at, pay_run_id = v_after.anchor_run_id
        where paid.school_id = v_school and paid.class_id = v_line.class_id
          and paid.student_id = v_line.student_id;
    end loop;
    if exists (
        select from payroll_run r
          join payroll_line l on l.school_id = r.school_id and l.run_id = r.id
          where r.school_id = v_school and r.class_id = v_line.class_id and r.id <> v_line.run_id
            and r.state in ('running', 'failed') and l.student_id = v_line.student_id)
      or exists (
        select from payroll_correction c
          join payroll_run r on r.school_id = c.school_id and r.id = c.run_id
          where c.school_id = v_school and c.line_id = v_line.id
            and (r.state in ('running', 'failed') or c.entry_id is not null)
            and (c.entry_id is null or c.entry_id <> all (p_entries))
            and not exists (select from ledger_entry back
              where back.school_id = v_school and back.reversal_of = c.entry_id))
      or not exists (
        select from attendance_paid_through paid
          where paid.school_id = v_school and paid.class_id = v_line.class_id
            and paid.student_id = v_line.student_id and paid.pay_run_id = v_line.run_id) then
      return 'later';
    end if;
    if v_line.anchor_at is null then
      delete from attendance_paid_through paid
        where paid.school_id = v_school and paid.class_id = v_line.class_id
          and paid.student_id = v_line.student_id;
    else
      update attendance_paid_through paid
        set through = v_line.anchor_at, pay_run_id = v_line.anchor_run_id
        where paid.school_id = v_school and paid.class_id = v_line.class_id
          and paid.student_id = v_line.student_id;
    end if;
  end loop;
  return 'unpaid';
end
$$;
