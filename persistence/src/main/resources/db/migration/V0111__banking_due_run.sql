-- What is due of loans and certificates, as a bank run: rehearsed, booked, and taken back as a whole. A
-- line is an instalment or a certificate that has matured. Where there is too little the instalment is
-- missed: it stays due, nothing goes below zero for it. Else as V0073.

alter table banking_run drop constraint banking_run_kind_check,
  add constraint ck_banking_run_kind_known check (kind in ('bonus', 'interest', 'due')),
  -- The day up to which something is due.
  add column through date,
  add constraint ck_banking_run_through check ((through is null) = (kind <> 'due'));
alter table banking_line drop constraint ux_banking_line_one_per_student,
  add column item_kind text check (item_kind in ('instalment', 'certificate')),
  add column item_id uuid,
  add column title text,
  add constraint ck_banking_line_item check (
    (item_id is null) = (item_kind is null) and (item_id is null) = (title is null)),
  add constraint ux_banking_line_one_per_item
    unique nulls not distinct (school_id, run_id, student_id, item_id);
grant update (entry_id, amount, short) on banking_line to homeroom_app;

-- What is due of the class's loans and certificates through the day: negative for an instalment, which
-- is short when checking does not hold it beside those before it.
create function banking_due_items(p_class uuid, p_through date)
  returns table (student_id uuid, holds bigint, amount bigint, short boolean, item_kind text,
    item_id uuid, title text)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select x.student_id, a.balance, case when x.short then 0 else -x.amount end, x.short, 'instalment',
      x.id, x.title
    from (
      select l.student_id, i.id, i.principal + i.interest as amount,
          format('Instalment %s of %s: %s', i.number, (
            select count(*) from banking_instalment n
              where n.school_id = l.school_id and n.loan_id = l.id), l.title) as title,
          sum(i.principal + i.interest) over (partition by l.student_id
              order by i.due_on, l.id, i.number)
            > banking_available(p_class, 'checking', l.student_id) as short
        from banking_loan l
        join banking_instalment i on i.school_id = l.school_id and i.loan_id = l.id
        where l.school_id = current_school() and l.class_id = p_class and l.state = 'running'
          and i.state = 'due' and i.due_on <= p_through) x
    join ledger_account a on a.school_id = current_school() and a.book_id = p_class
      and a.kind = 'checking' and a.owner_id = x.student_id
  union all
  select c.student_id, a.balance, c.amount + c.interest, false, 'certificate', c.id,
      format('Matured: %s', c.title)
    from banking_certificate c
    join ledger_account a on a.school_id = c.school_id and a.book_id = p_class
      and a.kind = 'savings' and a.owner_id = c.student_id
    where c.school_id = current_school() and c.class_id = p_class and c.state = 'open'
      and c.matures_on <= p_through
$$;

drop function banking_due(banking_run);

-- What the run would do to each student of the class now.
create function banking_due(p_run banking_run)
  returns table (student_id uuid, holds bigint, average bigint, amount bigint, short boolean,
    item_kind text, item_id uuid, title text)
  language plpgsql stable
  set search_path = homeroom, pg_temp
as $$
#variable_conflict use_column
declare
  v_students uuid[];
begin
  select coalesce(array_agg(s.student_id order by s.student_id), '{}') into v_students
    from roster_seat s
    where s.school_id = current_school() and s.class_id = p_run.class_id
      and s.student_id is not null;
  if p_run.kind = 'due' then
    return query
      select d.student_id, d.holds, null::bigint, d.amount, d.short, d.item_kind, d.item_id, d.title
        from banking_due_items(p_run.class_id, p_run.through) d
        where d.student_id = any (v_students);
  elsif p_run.kind = 'interest' then
    return query
      select i.student_id, i.holds, i.average, i.amount, false, null::text, null::uuid, null::text
        from banking_interest(p_run.class_id, p_run.period_from, p_run.period_to, p_run.zone) i
        where i.student_id = any (v_students);
  else
    return query
      select o.student_id, o.holds, null::bigint,
          case o.outcome when 'short' then 0 else o.amount end, o.outcome = 'short', null::text,
          null::uuid, null::text
        from banking_outcome(p_run.class_id, 'checking', v_students,
          array_fill(p_run.amount, array[cardinality(v_students)])) o;
  end if;
end
$$;

create or replace function banking_inputs_hash(p_run banking_run) returns text
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select encode(sha256(convert_to(coalesce(string_agg(
      concat_ws('|', d.student_id, d.amount, d.short, d.item_id), '/'
        order by d.student_id, d.item_id), ''), 'UTF8')), 'hex')
    from banking_due(p_run) d
$$;

drop function banking_rehearse(uuid, uuid, text, text, bigint, date, date, text, uuid, timestamptz);

-- Computes the run without paying. Interest takes a period, a bonus an amount, what is due a day.
create function banking_rehearse(p_run uuid, p_class uuid, p_kind text, p_title text, p_amount bigint,
    p_from date, p_to date, p_zone text, p_through date, p_by uuid, p_now timestamptz)
  returns void
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_run banking_run;
begin
  insert into banking_run (school_id, id, class_id, kind, state, title, amount, period_from,
      period_to, zone, through, created_by, created_at)
    values (v_school, p_run, p_class, p_kind, 'rehearsed', p_title, p_amount, p_from, p_to, p_zone,
      p_through, p_by, p_now)
    returning * into v_run;
  insert into banking_line (school_id, id, run_id, student_id, holds, average, amount, short,
      item_kind, item_id, title)
    select v_school, gen_random_uuid(), p_run, d.student_id, d.holds, d.average, d.amount, d.short,
        d.item_kind, d.item_id, d.title
      from banking_due(v_run) d;
  update banking_run r
    set inputs_hash = banking_inputs_hash(v_run), line_count = s.lines, student_count = s.students,
        short_count = s.shorts, total = s.total
    from (
      select count(*) lines, count(*) filter (where l.amount <> 0) students,
          count(*) filter (where l.short) shorts, coalesce(sum(l.amount), 0) total
        from banking_line l where l.school_id = v_school and l.run_id = p_run) s
    where r.school_id = v_school and r.id = p_run;
end
$$;

-- Lets a rehearsed run be paid, or a stopped one go on: running. Else why not: changed (the run is stale
-- now), busy, overlap (days of the period are paid), empty, or the state it is in.
create or replace function banking_claim(p_run uuid, p_by uuid, p_now timestamptz) returns text
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_run banking_run;
begin
  select * into v_run from banking_run r where r.school_id = v_school and r.id = p_run for update;
  -- One that runs without a job was cut off before it had one.
  if v_run.state = 'failed' or v_run.state = 'running' and v_run.job_execution_id is null then
    update banking_run r set state = 'running', failure = null, version = version + 1
      where r.school_id = v_school and r.id = p_run;
    return 'running';
  elsif v_run.state <> 'rehearsed' then
    return 'already ' || v_run.state;
  end if;

  -- Runs of one class decide one after the other.
  perform pg_advisory_xact_lock(hashtextextended('banking ' || v_run.class_id, 0));
  if exists (select from banking_run r where r.school_id = v_school and r.class_id = v_run.class_id
      and r.kind = v_run.kind and r.state in ('running', 'failed')) then
    return 'busy';
  elsif exists (select from banking_run r where r.school_id = v_school
      and r.class_id = v_run.class_id and r.period_to > v_run.period_from and r.state = 'paid') then
    return 'overlap';
  elsif banking_inputs_hash(v_run) <> v_run.inputs_hash then
    update banking_run r set state = 'stale', version = version + 1
      where r.school_id = v_school and r.id = p_run;
    return 'changed';
  elsif v_run.student_count = 0 and v_run.kind = 'bonus' or v_run.line_count = 0 and v_run.kind = 'due' then
    -- A period without interest is booked all the same, so that the next one can come.
    return 'empty';
  end if;
  update banking_run r
    set state = 'running', committed_by = p_by, committed_at = p_now, version = version + 1
    where r.school_id = v_school and r.id = p_run;
  update banking_instalment i set missed_by = p_run
    from banking_line l
    where l.school_id = v_school and l.run_id = p_run and l.short and l.item_kind = 'instalment'
      and i.school_id = v_school and i.id = l.item_id and i.state = 'due';
  return 'running';
end
$$;

-- Books those of the students' lines of a due run that are not booked yet. What is short or gone by now
-- is left out, and the run's sums with it.
create function banking_due_chunk(p_run banking_run, p_students uuid[])
  returns table (student_id uuid, entry_id uuid, amount bigint, balance_after bigint, holds bigint,
    spare bigint, outcome text, replayed boolean)
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
  v_line record;
  v_key text;
begin
  perform banking_hold_accounts(p_run.class_id, p_students);
  for v_line in
    select l.* from banking_line l
      left join banking_instalment i on i.school_id = v_school and i.id = l.item_id
      where l.school_id = v_school and l.run_id = p_run.id and l.student_id = any (p_students)
        and l.entry_id is null and l.amount <> 0
      order by l.student_id, i.due_on, i.number, l.id
  loop
    v_key := 'bank-run:' || p_run.id || ':' || v_line.item_id;
    if v_line.item_kind = 'instalment' then
      select p.outcome, p.entry into outcome, entry_id
        from banking_instalment_pay(v_line.item_id, v_key, v_line.title, p_run.committed_by,
          p_run.committed_at) p;
    else
      select p.outcome, p.entry into outcome, entry_id
        from banking_certificate_end(v_line.item_id, false, v_key, p_run.committed_by,
          p_run.committed_at) p;
    end if;
    if outcome = 'posted' then
      update banking_line l set entry_id = banking_due_chunk.entry_id
        where l.school_id = v_school and l.id = v_line.id;
      update banking_run r
        set paid_count = r.paid_count + 1, paid_total = r.paid_total + v_line.amount,
            version = r.version + 1
        where r.school_id = v_school and r.id = p_run.id;
    else
      update banking_line l set amount = 0, short = banking_due_chunk.outcome = 'short'
        where l.school_id = v_school and l.id = v_line.id;
      update banking_run r
        set student_count = r.student_count - 1, total = r.total - v_line.amount,
            short_count = r.short_count + (banking_due_chunk.outcome = 'short')::integer,
            version = r.version + 1
        where r.school_id = v_school and r.id = p_run.id;
      update banking_instalment i set missed_by = p_run.id
        where i.school_id = v_school and i.id = v_line.item_id and banking_due_chunk.outcome = 'short';
    end if;
    student_id := v_line.student_id;
    amount := v_line.amount;
    balance_after := null;
    holds := v_line.holds;
    spare := 0;
    replayed := false;
    return next;
  end loop;
end
$$;

-- Pays those of the students whom this run did not pay yet, as banking_move does and answers; a second
-- call pays nobody. Raises HR409 when the run is not running.
create or replace function banking_pay_chunk(p_run uuid, p_students uuid[])
  returns table (student_id uuid, entry_id uuid, amount bigint, balance_after bigint, holds bigint,
    spare bigint, outcome text, replayed boolean)
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
  v_run banking_run;
  v_student uuid[];
  v_line uuid[];
  v_amount bigint[];
begin
  select * into v_run from banking_run r
    where r.school_id = v_school and r.id = p_run for no key update;
  if v_run.state is distinct from 'running' then
    raise exception 'bank run % is %', p_run, coalesce(v_run.state, 'absent') using errcode = 'HR409';
  end if;
  if v_run.kind = 'due' then
    return query select * from banking_due_chunk(v_run, p_students);
    return;
  end if;
  select array_agg(l.student_id order by l.student_id), array_agg(l.id order by l.student_id),
      array_agg(l.amount order by l.student_id)
    into v_student, v_line, v_amount
    from banking_line l
    where l.school_id = v_school and l.run_id = p_run and l.student_id = any (p_students)
      and l.entry_id is null and l.amount <> 0;
  if v_student is null then
    return;
  end if;
  for student_id, entry_id, amount, balance_after, holds, spare, outcome, replayed in
    select m.* from banking_move(v_run.class_id, 'bank-run:' || p_run, v_run.kind, v_run.title,
      'bank_line', case v_run.kind when 'interest' then 'savings' else 'checking' end, 'adjustment',
      v_student, v_line, v_amount, v_run.committed_by) m
  loop
    if entry_id is not null then
      update banking_line l set entry_id = banking_pay_chunk.entry_id
        where l.school_id = v_school and l.run_id = p_run
          and l.student_id = banking_pay_chunk.student_id;
      update banking_run r
        set paid_count = r.paid_count + 1, paid_total = r.paid_total + banking_pay_chunk.amount,
            version = r.version + 1
        where r.school_id = v_school and r.id = p_run;
    end if;
    return next;
  end loop;
end
$$;

-- Takes the whole run back, but those of its entries that were taken back one by one. Answers reversed,
-- later when interest of later days was paid on top, or the state it is in.
create or replace function banking_reverse(p_run uuid, p_reason text, p_by uuid, p_now timestamptz)
  returns text
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_run banking_run;
  v_entry uuid[];
begin
  select * into v_run from banking_run r where r.school_id = v_school and r.id = p_run for update;
  if v_run.state not in ('paid', 'failed') then
    return 'already ' || v_run.state;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('banking ' || v_run.class_id, 0));
  if exists (select from banking_run r where r.school_id = v_school and r.class_id = v_run.class_id
      and r.period_from >= v_run.period_to and r.state in ('running', 'paid', 'failed')) then
    return 'later';
  end if;
  -- With what came out of savings for a fee, and what an overdraft cost.
  select coalesce(array_agg(distinct e.id order by e.id), '{}') into v_entry
    from banking_line l
    cross join unnest(array['', ':cover', ':fee']) part (suffix)
    join ledger_entry e on e.school_id = v_school
      and e.idempotency_key = 'bank-run:' || p_run || ':' || coalesce(l.item_id, l.student_id) || part.suffix
    where l.school_id = v_school and l.run_id = p_run and l.entry_id is not null
      and not exists (select from ledger_entry r
        where r.school_id = v_school and r.reversal_of = e.id);
  if cardinality(v_entry) > 0 then
    if v_run.kind = 'due' then
      perform banking_hold_accounts(v_run.class_id, array(
        select l.student_id from banking_line l where l.school_id = v_school and l.run_id = p_run));
      perform banking_untie(v_entry);
    end if;
    perform ledger_reverse(v_entry, 'bank-run-reversal:' || p_run, p_reason, p_by);
  end if;
  update banking_instalment i set missed_by = null
    where i.school_id = v_school and i.missed_by = p_run;
  update banking_run r
    set state = 'reversed', reversed_by = p_by, reversed_at = p_now, reverse_reason = p_reason,
        version = r.version + 1
    where r.school_id = v_school and r.id = p_run;
  return 'reversed';
end
$$;

grant execute on function banking_due_items(uuid, date), banking_due(banking_run),
  banking_rehearse(uuid, uuid, text, text, bigint, date, date, text, date, uuid, timestamptz),
  banking_due_chunk(banking_run, uuid[]) to homeroom_app;
