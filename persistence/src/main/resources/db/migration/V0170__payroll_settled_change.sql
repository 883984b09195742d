-- What a paid run has settled is counted no more. A change of time that was paid stayed noted for ever, and
-- every look at its student counted the earlier lines again, long after the difference was paid.

grant delete on payroll_late_change to homeroom_app;

-- Forgets the changes of a class's paid time that make no difference any more. Taps wait meanwhile: a change
-- is either seen here, or noted after. Whoever has no seat just now keeps theirs, because nothing of them is
-- counted.
create function payroll_settle_changes(p_class uuid) returns void
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
begin
  perform pg_advisory_xact_lock(hashtextextended('payroll ' || p_class, 0));
  delete from payroll_late_change late
    where late.school_id = v_school and late.class_id = p_class
      and exists (
        select from roster_seat seat
          where seat.school_id = v_school and seat.class_id = p_class
            and seat.student_id = late.student_id)
      and not exists (
        select from payroll_differences(p_class, 'infinity') d
          where d.student_id = late.student_id);
end
$$;

-- Notes, before corrections are taken back, that they are owed again. The caller holds the classes.
create function payroll_owe_again(p_entries uuid[]) returns void
  language sql
  set search_path = homeroom, pg_temp
as $$
  insert into payroll_late_change (school_id, class_id, student_id, since)
    select c.school_id, was.class_id, c.student_id, min(was.through)
      from ledger_book b
      join ledger_entry e on e.school_id = b.school_id and e.book_id = b.id
      join payroll_correction c on c.school_id = e.school_id and c.id = e.cause_id
        and c.entry_id = e.id
      join payroll_line l on l.school_id = c.school_id and l.id = c.line_id
      join payroll_run was on was.school_id = l.school_id and was.id = l.run_id
      where b.school_id = current_school() and e.id = any (p_entries)
        and e.cause_type = 'pay_correction'
      group by c.school_id, was.class_id, c.student_id
      order by was.class_id, c.student_id
    on conflict (school_id, class_id, student_id) do update set since = excluded.since
      where excluded.since < payroll_late_change.since
$$;

-- As in V0102, and what is paid is settled. First, because taps hold their class before standings.
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
  if exists (select from payroll_late_change late
      where late.school_id = v_school and late.class_id = v_run.class_id) then
    perform payroll_settle_changes(v_run.class_id);
  end if;
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

-- As in V0155, and the corrections among the entries are owed again.
create or replace function payroll_reverse(p_run uuid, p_reason text, p_by uuid, p_now timestamptz)
  returns text
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_run payroll_run;
  v_entry uuid[];
begin
  select * into v_run from payroll_run r where r.school_id = v_school and r.id = p_run for update;
  if v_run.state not in ('paid', 'failed') then
    return 'already ' || v_run.state;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('payroll ' || v_run.class_id, 0));
  if exists (select from payroll_run r where r.school_id = v_school and r.class_id = v_run.class_id
      and r.committed_at > v_run.committed_at and r.state in ('running', 'paid', 'failed')) then
    return 'later';
  end if;

  select coalesce(array_agg(paid.entry_id order by paid.student_id, paid.entry_id), '{}')
    into v_entry
    from (
      select l.student_id, l.entry_id from payroll_line l
        where l.school_id = v_school and l.run_id = p_run and l.entry_id is not null
      union
      select c.student_id, c.entry_id from payroll_correction c
        where c.school_id = v_school and c.run_id = p_run and c.entry_id is not null) paid
    where not exists (select from ledger_entry e
      where e.school_id = v_school and e.reversal_of = paid.entry_id);
  if cardinality(v_entry) > 0 then
    perform payroll_owe_again(v_entry);
    perform ledger_reverse(v_entry, 'pay-run-reversal:' || p_run, p_reason, p_by);
  end if;

  delete from attendance_paid_through paid using payroll_line l
    where paid.school_id = v_school and paid.class_id = v_run.class_id and paid.pay_run_id = p_run
      and l.school_id = v_school and l.run_id = p_run and l.student_id = paid.student_id
      and l.anchor_at is null;
  update attendance_paid_through paid set through = l.anchor_at, pay_run_id = l.anchor_run_id
    from payroll_line l
    where paid.school_id = v_school and paid.class_id = v_run.class_id and paid.pay_run_id = p_run
      and l.school_id = v_school and l.run_id = p_run and l.student_id = paid.student_id;
  update payroll_run r
    set state = 'reversed', reversed_by = p_by, reversed_at = p_now, reverse_reason = p_reason,
        version = r.version + 1
    where r.school_id = v_school and r.id = p_run;
  return 'reversed';
end
$$;

-- As in V0151, and corrections that are taken back are owed again.
create or replace function payroll_unpay(p_entries uuid[]) returns text
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_line record;
  v_after record;
begin
  -- After commits that are deciding and before the next ones, class by class in one order.
  perform pg_advisory_xact_lock(hashtextextended('payroll ' || own.class_id, 0))
    from (
      select distinct b.class_id
        from ledger_book b
        join ledger_entry e on e.school_id = b.school_id and e.book_id = b.id
        where b.school_id = v_school and e.id = any (p_entries)
          and e.cause_type in ('pay_line', 'pay_correction')
        order by b.class_id) own;
  perform payroll_owe_again(p_entries);
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
                and c.entry_id <> all (p_entries)
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

revoke execute on function payroll_settle_changes(uuid), payroll_owe_again(uuid[]) from public;
grant execute on function payroll_settle_changes(uuid), payroll_owe_again(uuid[]) to homeroom_app;
