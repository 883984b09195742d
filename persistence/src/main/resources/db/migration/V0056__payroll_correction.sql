-- Corrections flow: time that was paid and has changed since is paid, or taken back, as a difference by
-- the next run. Each paid line stands for the time between its anchor and its run's end, at its own
-- rate; what the taps say of that time now is compared with what was given for it so far.

-- From when on a student's time, paid or being paid, was changed. Only their lines are counted again.
create table payroll_late_change (
  school_id uuid not null,
  class_id uuid not null,
  student_id uuid not null,
  since timestamptz not null,
  primary key (school_id, class_id, student_id),
  foreign key (school_id, class_id) references roster_class (school_id, id)
);

-- The difference that a run makes to an earlier line. It may be less than nothing, and than what the
-- student holds: whoever keeps pay for time that never was has a balance that lies.
create table payroll_correction (
  school_id uuid not null,
  id uuid not null,
  -- The run that pays the difference, and the line it is about.
  run_id uuid not null,
  line_id uuid not null,
  student_id uuid not null,
  seconds_before bigint not null,
  seconds_after bigint not null check (seconds_after >= 0),
  amount_before bigint not null,
  amount_after bigint not null check (amount_after >= 0 and amount_after <> amount_before),
  entry_id uuid,
  primary key (school_id, id),
  constraint ux_payroll_correction_one_per_line unique (school_id, run_id, student_id, line_id),
  foreign key (school_id, run_id) references payroll_run (school_id, id),
  foreign key (school_id, line_id) references payroll_line (school_id, id)
);
create index ix_payroll_correction_line on payroll_correction (school_id, line_id);

select tenant_table('payroll_late_change', 'select, insert, update');
select tenant_table('payroll_correction', 'select, insert');
grant update (entry_id) on payroll_correction to homeroom_app;
grant update (notes) on payroll_line to homeroom_app;

-- Notes changes of a class's taps that come too late for a run. Waits for a commit that is deciding, and
-- makes the next one wait for the caller: a change is either an input that the commit sees, or noted.
create function payroll_note_late(p_class uuid, p_student uuid[], p_at timestamptz[]) returns void
  language plpgsql
  set search_path = homeroom, pg_temp
  set plan_cache_mode = force_generic_plan
as $$
declare
  v_school uuid := current_school();
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('payroll ' || p_class, 0));
  insert into payroll_late_change (school_id, class_id, student_id, since)
    select v_school, p_class, change.student, change.at
      from (
        select x.student, min(x.at) as at from unnest(p_student, p_at) x (student, at)
          group by x.student order by x.student) change
      where change.at <= (
          select paid.through from attendance_paid_through paid
            where paid.school_id = v_school and paid.class_id = p_class
              and paid.student_id = change.student)
        or exists (
          select from payroll_run r
            join payroll_line l on l.school_id = r.school_id and l.run_id = r.id
            where r.school_id = v_school and r.class_id = p_class
              and r.state in ('running', 'failed') and l.student_id = change.student
              and l.amount > 0 and change.at <= r.through)
    on conflict (school_id, class_id, student_id) do update set since = excluded.since
      where excluded.since < payroll_late_change.since;
end
$$;

create function payroll_follow_tap() returns trigger
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
begin
  perform payroll_note_late(changed.class_id, changed.students, changed.ats)
  from (
    select class_id, array_agg(student_id) as students, array_agg(at) as ats
    from changed_row group by class_id order by class_id) changed;
  return null;
end
$$;

create function payroll_follow_change() returns trigger
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
begin
  perform payroll_note_late(changed.class_id, changed.students, changed.ats)
  from (
    select t.class_id, array_agg(t.student_id) as students, array_agg(t.at) as ats
    from changed_row c join attendance_tap t on t.school_id = c.school_id and t.id = c.tap_id
    group by t.class_id order by t.class_id) changed;
  return null;
end
$$;

-- Named to come before the triggers of attendance, which lock standings: a reversal holds the class
-- first and standings after it, and so must a tap.
create trigger tr_a_payroll_follows after insert on attendance_tap
  referencing new table as changed_row for each statement
  execute function payroll_follow_tap();
create trigger tr_a_payroll_follows after insert on attendance_tap_removal
  referencing new table as changed_row for each statement
  execute function payroll_follow_change();
create trigger tr_a_payroll_follows after insert on attendance_tap_restoration
  referencing new table as changed_row for each statement
  execute function payroll_follow_change();

-- The daily limit under which a student's time of an instant was paid, else the class's own now.
create function payroll_limit_at(p_class uuid, p_student uuid, p_at timestamptz) returns integer
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select case when paid.id is null then terms.daily_limit_minutes else paid.daily_limit_minutes end
  from payroll_terms(p_class) terms
  left join lateral (
    select r.id, r.daily_limit_minutes from payroll_run r
      join payroll_line l on l.school_id = r.school_id and l.run_id = r.id
      where r.school_id = current_school() and r.class_id = p_class and r.through >= p_at
        and r.state in ('running', 'failed', 'paid') and l.student_id = p_student and l.amount > 0
      order by r.through limit 1) paid on true
$$;

-- What the taps say now of time that was paid up to an instant, line by line, where it is another amount
-- than what was given for it. Pay and corrections that were taken back were not given.
create function payroll_differences(p_class uuid, p_through timestamptz)
  returns table (student_id uuid, line_id uuid, seconds_before bigint, seconds_after bigint,
                 amount_before bigint, amount_after bigint)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  with line as materialized (
    select l.school_id, l.id, l.run_id, l.student_id, l.seconds, l.amount, l.anchor_at,
           l.rate_micros_per_minute, r.through
    from payroll_late_change late
    join roster_seat seat on seat.school_id = late.school_id and seat.class_id = late.class_id
      and seat.student_id = late.student_id
    join payroll_run r on r.school_id = late.school_id and r.class_id = late.class_id
      and r.through >= late.since and r.through <= p_through and r.state = 'paid'
    join payroll_line l on l.school_id = r.school_id and l.run_id = r.id
      and l.student_id = late.student_id and l.entry_id is not null
    where late.school_id = current_school() and late.class_id = p_class
      and not exists (
        select from ledger_entry back
        where back.school_id = l.school_id and back.reversal_of = l.entry_id)
  ), counted as materialized (
    -- Once for all students who were paid for the same time.
    select same.run_id, t.student_id, t.seconds
    from (
      select run_id, anchor_at, through, array_agg(student_id) as students
      from line group by run_id, anchor_at, through) same
    cross join lateral attendance_time(p_class, coalesce(same.anchor_at, '-infinity'), same.through,
      false, same.students) t
  )
  select line.student_id, line.id, line.seconds + given.seconds, now.seconds,
         line.amount + given.amount, now.amount
  from line
  left join counted on counted.run_id = line.run_id and counted.student_id = line.student_id
  cross join lateral (
    select coalesce(counted.seconds, 0) as seconds,
           payroll_amount(coalesce(counted.seconds, 0), line.rate_micros_per_minute) as amount) now
  cross join lateral (
    select coalesce(sum(c.seconds_after - c.seconds_before), 0)::bigint as seconds,
           coalesce(sum(c.amount_after - c.amount_before), 0)::bigint as amount
    from payroll_correction c
    where c.school_id = line.school_id and c.line_id = line.id and c.entry_id is not null
      and not exists (
        select from ledger_entry back
        where back.school_id = c.school_id and back.reversal_of = c.entry_id)) given
  where now.amount <> line.amount + given.amount
$$;

-- What a run corrects of a student's earlier pay, in minor units.
create function payroll_corrected(p_run uuid, p_student uuid) returns bigint
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select coalesce(sum(c.amount_after - c.amount_before), 0)::bigint from payroll_correction c
  where c.school_id = current_school() and c.run_id = p_run and c.student_id = p_student
$$;

-- Adds the differences to a rehearsed run. A student who has left gets a line for them.
create function payroll_rehearse_corrections(p_run uuid) returns void
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_run payroll_run;
  v_n integer;
begin
  select * into v_run from payroll_run r
    where r.school_id = v_school and r.id = p_run and r.state = 'rehearsed';
  insert into payroll_correction (school_id, id, run_id, line_id, student_id, seconds_before,
      seconds_after, amount_before, amount_after)
    select v_school, gen_random_uuid(), p_run, d.line_id, d.student_id, d.seconds_before,
        d.seconds_after, d.amount_before, d.amount_after
      from payroll_differences(v_run.class_id, v_run.through) d;
  get diagnostics v_n = row_count;
  if v_n = 0 then
    return;
  end if;

  insert into payroll_line (school_id, id, run_id, student_id, seconds, rate_micros_per_minute,
      amount, taps, anchor_at, anchor_run_id)
    select v_school, gen_random_uuid(), p_run, c.student_id, 0, v_run.rate_micros_per_minute, 0, 0,
        paid.through, paid.pay_run_id
      from (select distinct student_id from payroll_correction
        where school_id = v_school and run_id = p_run) c
      left join attendance_paid_through paid
        on paid.school_id = v_school and paid.class_id = v_run.class_id
           and paid.student_id = c.student_id
    on conflict (school_id, run_id, student_id) do nothing;
  update payroll_line l
    set notes = l.notes || array_remove(array[
      'corrected', case when a.balance + l.amount + c.difference < least(a.balance, 0)
        then 'below_zero' end], null)
    from (
      select student_id, sum(amount_after - amount_before)::bigint as difference
        from payroll_correction where school_id = v_school and run_id = p_run
        group by student_id) c
    left join ledger_account a
      on a.school_id = v_school and a.book_id = v_run.class_id and a.kind = 'checking'
         and a.owner_id = c.student_id
    where l.school_id = v_school and l.run_id = p_run and l.student_id = c.student_id;
  update payroll_run r
    set line_count = s.lines, student_count = s.students, outlier_count = s.outliers,
        total = r.total + s.difference
    from (
      select count(*) lines,
          count(*) filter (where l.amount > 0 or c.student_id is not null) students,
          count(*) filter (where l.outlier) outliers, coalesce(sum(c.difference), 0) difference
        from payroll_line l
        left join (
          select student_id, sum(amount_after - amount_before)::bigint as difference
            from payroll_correction where school_id = v_school and run_id = p_run
            group by student_id) c on c.student_id = l.student_id
        where l.school_id = v_school and l.run_id = p_run) s
    where r.school_id = v_school and r.id = p_run;
end
$$;

-- Pays the run's differences of those students, after payroll_pay_chunk() paid their time and in its
-- transaction: an entry for each line that changed. A second call pays nothing.
-- Raises HR409 when the run is not running.
create function payroll_pay_corrections(p_run uuid, p_students uuid[])
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
  v_correction uuid[];
  v_student uuid[];
  v_account uuid[];
  v_amount bigint[];
  v_text text[];
  v_entry uuid[];
  v_balance bigint[];
  v_n integer;
begin
  select * into v_run from payroll_run r
    where r.school_id = v_school and r.id = p_run for no key update;
  if v_run.state is distinct from 'running' then
    raise exception 'pay run % is %', p_run, coalesce(v_run.state, 'absent') using errcode = 'HR409';
  end if;

  select array_agg(x.id order by x.student_id, x.through),
      array_agg(x.student_id order by x.student_id, x.through),
      array_agg(x.account order by x.student_id, x.through),
      array_agg(x.difference order by x.student_id, x.through),
      array_agg(format(
          case when x.difference < 0 then 'Pay to %s corrected: %s:%s:%s less in class'
            else 'Pay to %s corrected: %s:%s:%s more in class' end,
          to_char(x.through at time zone x.zone, 'Dy FMDD Mon'), x.seconds / 3600,
          lpad((x.seconds / 60 % 60)::text, 2, '0'), lpad((x.seconds % 60)::text, 2, '0'))
        order by x.student_id, x.through),
      count(*)
    into v_correction, v_student, v_account, v_amount, v_text, v_n
    from (
      select c.id, c.student_id, a.id as account, was.through, attendance_zone(v_run.class_id) as zone,
          c.amount_after - c.amount_before as difference,
          abs(c.seconds_after - c.seconds_before) as seconds
        from payroll_correction c
        join payroll_line l on l.school_id = c.school_id and l.id = c.line_id
        join payroll_run was on was.school_id = l.school_id and was.id = l.run_id
        left join ledger_account a
          on a.school_id = v_school and a.book_id = v_run.class_id and a.kind = 'checking'
             and a.owner_id = c.student_id
        where c.school_id = v_school and c.run_id = p_run and c.student_id = any (p_students)
          and c.entry_id is null) x;
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
      (select array_agg('pay-correction:' || c.id order by c.no)
         from unnest(v_correction) with ordinality c (id, no)),
      array_fill('pay_correction'::text, array[v_n]), v_text,
      array_fill('pay_correction'::text, array[v_n]), v_correction,
      array_fill(v_run.committed_by, array[v_n]), array_fill(null::uuid, array[v_n]),
      (select array_agg(e.no order by e.no, side) from generate_series(1, v_n) e (no),
         generate_series(1, 2) side),
      (select array_agg(case side when 1 then a.id else v_expense end order by a.no, side)
         from unnest(v_account) with ordinality a (id, no), generate_series(1, 2) side),
      (select array_agg(case side when 1 then a.amount else -a.amount end order by a.no, side)
         from unnest(v_amount) with ordinality a (amount, no), generate_series(1, 2) side)) p
    where p.account_id <> v_expense;

  update payroll_correction c set entry_id = n.entry
    from unnest(v_correction, v_entry) n (correction, entry)
    where c.school_id = v_school and c.id = n.correction;
  update payroll_run r
    set version = r.version + 1,
        -- Whoever was paid for time as well is counted already.
        paid_count = r.paid_count + (
          select count(distinct l.student_id) from payroll_line l
            where l.school_id = v_school and l.run_id = p_run and l.student_id = any (v_student)
              and l.amount = 0),
        paid_total = r.paid_total + (select sum(x.amount) from unnest(v_amount) x (amount))
    where r.school_id = v_school and r.id = p_run;
  return query select x.* from unnest(v_student, v_entry, v_amount, v_balance) x;
end
$$;

-- As in V0052, and taps put back and corrections taken back are inputs too.
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
           (select count(*) from attendance_tap_restoration r
            join attendance_tap t on t.school_id = r.school_id and t.id = r.tap_id
            where t.school_id = current_school() and t.class_id = p_class and t.at <= p_through),
           (select count(*) from payroll_run r
            join payroll_correction c on c.school_id = r.school_id and c.run_id = r.id
            join ledger_entry back on back.school_id = c.school_id and back.reversal_of = c.entry_id
            where r.school_id = current_school() and r.class_id = p_class),
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

-- As in V0050, and the differences that the run paid are taken back with it.
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
      union all
      select c.student_id, c.entry_id from payroll_correction c
        where c.school_id = v_school and c.run_id = p_run and c.entry_id is not null) paid
    where not exists (select from ledger_entry e
      where e.school_id = v_school and e.reversal_of = paid.entry_id);
  if cardinality(v_entry) > 0 then
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

-- As in V0053, and a difference that was paid since comes first, unless it is taken back as well.
create or replace function payroll_unpay(p_entries uuid[]) returns text
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_line record;
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
      order by r.class_id, l.student_id
  loop
    -- After a commit that is deciding, and before the next one.
    perform pg_advisory_xact_lock(hashtextextended('payroll ' || v_line.class_id, 0));
    if exists (
        select from payroll_run r
          join payroll_line l on l.school_id = r.school_id and l.run_id = r.id
          where r.school_id = v_school and r.class_id = v_line.class_id and r.id <> v_line.run_id
            and r.state in ('running', 'failed') and l.student_id = v_line.student_id
            and l.amount > 0)
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

-- A correction tells the truth, as a reversing entry does, and may leave less than nothing on an
-- account. Said in the one place of each posting function where debts are refused.
do $$
declare
  v_post constant text := pg_get_functiondef('ledger_post'::regproc);
  v_pair constant text := pg_get_functiondef('ledger_post_pair'::regproc);
  v_new text;
begin
  v_new := regexp_replace(v_post, '\mm\.reversal_of is null',
    'm.reversal_of is null and p_kind[array_position(v_id, m.entry)] <> ''pay_correction''', 'g');
  if v_new = v_post then
    raise exception 'ledger_post refuses debts in another way';
  end if;
  v_new := regexp_replace(v_new, '\me\.reversal_of is null',
    'e.reversal_of is null and p_kind[array_position(v_id, e.id)] <> ''pay_correction''', 'g');
  execute v_new;
  v_new := replace(v_pair, 'if p_reversal_of is null then',
    'if p_reversal_of is null and p_kind <> ''pay_correction'' then');
  if v_new = v_pair then
    raise exception 'ledger_post_pair refuses debts in another way';
  end if;
  execute v_new;
end
$$;

revoke execute on function payroll_note_late(uuid, uuid[], timestamptz[]), payroll_corrected(uuid, uuid),
  payroll_differences(uuid, timestamptz), payroll_limit_at(uuid, uuid, timestamptz),
  payroll_rehearse_corrections(uuid), payroll_pay_corrections(uuid, uuid[]) from public;
grant execute on function payroll_note_late(uuid, uuid[], timestamptz[]), payroll_corrected(uuid, uuid),
  payroll_differences(uuid, timestamptz), payroll_limit_at(uuid, uuid, timestamptz),
  payroll_rehearse_corrections(uuid), payroll_pay_corrections(uuid, uuid[]) to homeroom_app;
