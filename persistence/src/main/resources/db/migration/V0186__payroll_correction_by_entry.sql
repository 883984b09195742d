-- The corrections of entries are found by the entries that they name themselves. They were looked for in
-- the journal, which knows an entry by its book: each was looked up in every book of the school.
create index ix_payroll_correction_entry on payroll_correction (school_id, entry_id)
  where entry_id is not null;

-- As in V0170 otherwise.
create or replace function payroll_owe_again(p_entries uuid[]) returns void
  language sql
  set search_path = homeroom, pg_temp
as $$
  insert into payroll_late_change (school_id, class_id, student_id, since)
    select c.school_id, was.class_id, c.student_id, min(was.through)
      from payroll_correction c
      join payroll_line l on l.school_id = c.school_id and l.id = c.line_id
      join payroll_run was on was.school_id = l.school_id and was.id = l.run_id
      where c.school_id = current_school() and c.entry_id = any (p_entries)
      group by c.school_id, was.class_id, c.student_id
      order by was.class_id, c.student_id
    on conflict (school_id, class_id, student_id) do update set since = excluded.since
      where excluded.since < payroll_late_change.since
$$;
