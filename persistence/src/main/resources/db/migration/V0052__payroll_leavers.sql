-- Who leaves a class is an input of its next run: a rehearsal made before is stale, and whoever left is
-- paid what is due and not listed any more after that.
create or replace function payroll_inputs_hash(p_class uuid, p_through timestamptz) returns text
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select encode(sha256(convert_to(concat_ws('/', p_class, extract(epoch from p_through)::bigint,
           terms.rate_micros_per_minute, coalesce(terms.daily_limit_minutes, 0),
           (select count(*) from attendance_tap t
            where t.school_id = current_school() and t.class_id = p_class and t.at <= p_through),
           (select count(*) from attendance_tap_removal r
            join attendance_tap t on t.school_id = r.school_id and t.id = r.tap_id
            where t.school_id = current_school() and t.class_id = p_class and t.at <= p_through),
           (select string_agg(concat_ws('|', seat.student_id, seat.left_at is not null,
              extract(epoch from paid.through)::bigint, paid.pay_run_id), '/' order by seat.student_id)
            from roster_seat seat
            left join attendance_paid_through paid
              on paid.school_id = seat.school_id and paid.class_id = seat.class_id
                 and paid.student_id = seat.student_id
            where seat.school_id = current_school() and seat.class_id = p_class
              and seat.student_id is not null)), 'UTF8')), 'hex')
  from payroll_terms(p_class) terms
$$;

-- As before, without those who left and have nothing to get.
create or replace function payroll_rehearse(
    p_run uuid, p_class uuid, p_through timestamptz, p_replaces uuid, p_by uuid, p_now timestamptz)
  returns void
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_zone text := attendance_zone(p_class);
  v_rate bigint;
  v_limit integer;
begin
  select t.rate_micros_per_minute, t.daily_limit_minutes into v_rate, v_limit
    from payroll_terms(p_class) t;
  insert into payroll_run (school_id, id, class_id, state, through, rate_micros_per_minute,
      daily_limit_minutes, inputs_hash, line_count, student_count, total, seconds, outlier_count,
      replaces, created_by, created_at)
    values (v_school, p_run, p_class, 'rehearsed', p_through, v_rate, v_limit,
      payroll_inputs_hash(p_class, p_through), 0, 0, 0, 0, 0, p_replaces, p_by, p_now);

  insert into payroll_line (school_id, id, run_id, student_id, seconds, rate_micros_per_minute,
      amount, taps, last_tap_id, open_since, limit_at, longest_seconds, anchor_at, anchor_run_id,
      notes)
    select v_school, gen_random_uuid(), p_run, seat.student_id, coalesce(u.seconds, 0), v_rate,
        payroll_amount(coalesce(u.seconds, 0), v_rate), coalesce(u.taps, 0), u.last_tap_id,
        u.open_since, u.limit_at, u.longest_seconds, paid.through, paid.pay_run_id,
        array_remove(array[
          case when u.open_since < date_trunc('day', p_through, v_zone) then 'missing_out' end,
          case when u.limit_at is not null then 'limit_out' end,
          -- No lesson is longer than four hours; a forgotten tap-out is.
          case when u.longest_seconds > 14400 then 'long_session' end,
          case when coalesce(u.seconds, 0) = 0 and max(u.seconds) over () > 0 then 'no_time' end],
          null)
      from roster_seat seat
      left join attendance_paid_through paid
        on paid.school_id = seat.school_id and paid.class_id = seat.class_id
           and paid.student_id = seat.student_id
      left join attendance_unpaid(p_class, p_through) u on u.student_id = seat.student_id
      where seat.school_id = v_school and seat.class_id = p_class and seat.student_id is not null
        and (seat.left_at is null or u.seconds > 0);

  update payroll_run r
    set line_count = s.lines, student_count = s.students, total = s.total, seconds = s.seconds,
        outlier_count = s.outliers
    from (
      select count(*) lines, count(*) filter (where l.amount > 0) students,
          coalesce(sum(l.amount), 0) total, coalesce(sum(l.seconds), 0) seconds,
          count(*) filter (where l.outlier) outliers
        from payroll_line l where l.school_id = v_school and l.run_id = p_run) s
    where r.school_id = v_school and r.id = p_run;
end
$$;

-- As before, with whole minutes in the entry as pages write them: begun ones do not count.
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
      array_agg(format('Pay for %s min to %s', l.seconds / 60, v_day) order by l.student_id),
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
