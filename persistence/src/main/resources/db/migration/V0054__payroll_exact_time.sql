-- As before, with the time to the second in the entry: pay is counted in seconds, and whoever multiplies
-- whole minutes by the rate comes to another amount.
create or replace function payroll_pay_chunk(p_run uuid, p_students uuid[])
  returns table (student_id uuid, entry_id uuid, amount bigint, balance_after bigint)
  language plpgsql
  set search_path = homeroom, pg_temp
  set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
  v_run payroll_run;
  v_expense uuid;
  v_line uuid[];
  v_student uuid[];
  v_account uuid[];
  v_amount bigint[];
  v_text text[];
  v_entry uuid[];
  v_balance bigint[];
  v_day text;
  v_n integer;
begin
  select * into v_run from payroll_run r
    where r.school_id = v_school and r.id = p_run for no key update;
  if v_run.state is distinct from 'running' then
    raise exception 'pay run % is %', p_run, coalesce(v_run.state, 'absent') using errcode = 'HR409';
  end if;
  v_day := to_char(v_run.through at time zone attendance_zone(v_run.class_id), 'Dy FMDD Mon');

  select array_agg(l.id order by l.student_id), array_agg(l.student_id order by l.student_id),
      array_agg(a.id order by l.student_id), array_agg(l.amount order by l.student_id),
      array_agg(format('Pay for %s:%s:%s in class to %s', l.seconds / 3600,
          lpad((l.seconds / 60 % 60)::text, 2, '0'), lpad((l.seconds % 60)::text, 2, '0'), v_day)
        order by l.student_id),
      count(*)
    into v_line, v_student, v_account, v_amount, v_text, v_n
    from payroll_line l
    left join ledger_account a
      on a.school_id = v_school and a.book_id = v_run.class_id and a.kind = 'checking'
         and a.owner_id = l.student_id
    where l.school_id = v_school and l.run_id = p_run and l.student_id = any (p_students)
      and l.entry_id is null and l.amount > 0;
  if v_n = 0 then
    return;
  end if;
  select a.id into v_expense from ledger_account a
    where a.school_id = v_school and a.book_id = v_run.class_id and a.kind = 'pay_expense'
      and a.owner_id is null;

  select array_agg(p.entry_id order by p.entry_no), array_agg(p.balance_after order by p.entry_no)
    into v_entry, v_balance
    from ledger_post(
      array_fill(v_run.class_id, array[v_n]),
      (select array_agg('pay-run:' || p_run || ':' || s.id order by s.no)
         from unnest(v_student) with ordinality s (id, no)),
      array_fill('pay'::text, array[v_n]), v_text,
      array_fill('pay_line'::text, array[v_n]), v_line,
      array_fill(v_run.committed_by, array[v_n]), array_fill(null::uuid, array[v_n]),
      (select array_agg(e.no order by e.no, side) from generate_series(1, v_n) e (no),
         generate_series(1, 2) side),
      (select array_agg(case side when 1 then a.id else v_expense end order by a.no, side)
         from unnest(v_account) with ordinality a (id, no), generate_series(1, 2) side),
      (select array_agg(case side when 1 then a.amount else -a.amount end order by a.no, side)
         from unnest(v_amount) with ordinality a (amount, no), generate_series(1, 2) side)) p
    where p.account_id <> v_expense;

  update payroll_line l set entry_id = n.entry
    from unnest(v_line, v_entry) n (line, entry)
    where l.school_id = v_school and l.id = n.line;
  insert into attendance_paid_through (school_id, class_id, student_id, through, pay_run_id)
    select v_school, v_run.class_id, s.id, v_run.through, p_run from unnest(v_student) s (id)
    on conflict (school_id, class_id, student_id)
      do update set through = excluded.through, pay_run_id = excluded.pay_run_id;
  update payroll_run r
    set paid_count = r.paid_count + v_n, version = r.version + 1,
        paid_total = r.paid_total + (select sum(x.amount) from unnest(v_amount) x (amount))
    where r.school_id = v_school and r.id = p_run;
  return query select x.* from unnest(v_student, v_entry, v_amount, v_balance) x;
end
$$;
