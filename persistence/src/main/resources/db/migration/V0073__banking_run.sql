-- Money for a whole class at once: a bonus or fee, and the interest of a period (domain/economy.md 5.3,
-- 6.3). A run is rehearsed, paid and can be taken back as a whole.

create table banking_run (
  school_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  kind text not null check (kind in ('bonus', 'interest')),
  state text not null
    check (state in ('rehearsed', 'stale', 'running', 'failed', 'paid', 'reversed')),
  -- What the statement says.
  title text not null check (length(title) between 1 and 200),
  -- A bonus: the same for everybody, negative for a fee.
  amount bigint,
  -- Interest: the first day, the day after the last, and the zone in which days begin.
  period_from date,
  period_to date,
  zone text,
  inputs_hash text not null default '',
  line_count integer not null default 0,
  student_count integer not null default 0,
  short_count integer not null default 0,
  total bigint not null default 0,
  paid_count integer not null default 0,
  paid_total bigint not null default 0,
  created_by uuid,
  created_at timestamptz not null,
  committed_by uuid,
  committed_at timestamptz,
  finished_at timestamptz,
  failure text,
  reversed_by uuid,
  reversed_at timestamptz,
  reverse_reason text,
  job_execution_id bigint,
  version bigint not null default 1,
  primary key (school_id, id),
  foreign key (school_id, class_id) references roster_class,
  constraint ck_banking_run_kind check (
    (kind = 'bonus') = (amount is not null) and (kind = 'interest') = (period_from is not null)
    and (period_to > period_from) is not false
    and (period_to is null) = (period_from is null) and (zone is null) = (period_from is null)),
  constraint ck_banking_run_committed
    check ((committed_at is null) = (state in ('rehearsed', 'stale'))),
  constraint ck_banking_run_reversed check ((reversed_at is null) = (state <> 'reversed'))
);
create index ix_banking_run_class on banking_run (school_id, class_id, created_at desc);
-- One run of a kind goes on at a time, and a period's interest is paid once.
create unique index ux_banking_run_one_at_a_time on banking_run (school_id, class_id, kind)
  where state in ('running', 'failed');
create unique index ux_banking_run_period on banking_run (school_id, class_id, period_from)
  where period_from is not null and state in ('running', 'failed', 'paid');

create table banking_line (
  school_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  student_id uuid not null,
  -- What the account held at the rehearsal; for interest also what it held on an average day.
  holds bigint not null,
  average bigint,
  amount bigint not null,
  -- True when a fee leaves the student out, who has too little.
  short boolean not null default false,
  entry_id uuid,
  primary key (school_id, id),
  constraint ux_banking_line_one_per_student unique (school_id, run_id, student_id),
  foreign key (school_id, run_id) references banking_run
);
select tenant_table('banking_run', 'select, insert, update');
select tenant_table('banking_line', 'select, insert');
grant update (entry_id) on banking_line to homeroom_app;

-- What one period of the payout adds to 1.
create function banking_factor(p_terms banking_settings, p_payout text) returns numeric
  language sql immutable
  set search_path = homeroom, pg_temp
as $$
  select case
      when p_payout = 'weekly' then
        case when p_terms.method = 'compound' and p_terms.compounding = 'daily'
          then power(1 + y.rate / 365, 7) - 1
          else y.rate / 52 end
      when p_terms.method = 'compound' and p_terms.compounding = 'daily'
        then power(1 + y.rate / 365, 30) - 1
      when p_terms.method = 'compound' and p_terms.compounding = 'weekly'
        then power(1 + y.rate / 52, 4.33) - 1
      else y.rate / 12 end
    from (select p_terms.rate_micros::numeric / 1000000
        * case p_terms.rate_per when 'month' then 12 else 1 end as rate) y
$$;

-- What a savings balance that nobody touches grows to, at the beginning and after each of 12 months.
create function banking_forecast(p_class uuid, p_balance bigint)
  returns table (month integer, balance bigint)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select m.month, round(greatest(p_balance, 0) * case
      when t.method = 'simple' then 1 + t.factor * m.month
      else power(1 + t.factor, m.month) end)::bigint
    from (select s.method, banking_factor(s, 'monthly') as factor from banking_terms(p_class) s) t
    cross join generate_series(0, 12) m (month)
    order by m.month
$$;

-- The days whose interest comes next: on from the last that were paid, not before the first day of the
-- settings or else the day the class was opened.
create function banking_next_period(p_class uuid, p_zone text)
  returns table (period_from date, period_to date)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select p.first, p.first + case t.payout when 'weekly' then 7 else 30 end
    from banking_terms(p_class) t
    cross join lateral (
      select greatest(
          (select max(r.period_to) from banking_run r
            where r.school_id = current_school() and r.class_id = p_class
              and r.state in ('running', 'failed', 'paid')),
          coalesce(t.first_day, (select (c.created_at at time zone p_zone)::date
            from roster_class c where c.school_id = current_school() and c.id = p_class))) as first) p
$$;

-- The interest of each student of the class for the days from p_from until before p_to: the balance of
-- an average day times what the period adds. Each posting counts for the days that it stood at the end
-- of; simple interest leaves earlier interest out.
create function banking_interest(p_class uuid, p_from date, p_to date, p_zone text)
  returns table (student_id uuid, holds bigint, average bigint, amount bigint)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select a.owner_id, a.balance, round(d.average)::bigint,
      round(d.average * banking_factor(t, t.payout))::bigint
    from banking_terms(p_class) t
    join ledger_account a on a.school_id = current_school() and a.book_id = p_class
      and a.kind = 'savings' and a.owner_id is not null
    cross join lateral (
      select greatest(0, coalesce(sum(p.amount::numeric
          * (p_to - greatest(p_from, (e.recorded_at at time zone p_zone)::date))), 0))
          / (p_to - p_from) as average
        from ledger_posting p
        join ledger_entry e
          on e.school_id = p.school_id and e.book_id = p.book_id and e.id = p.entry_id
        left join ledger_entry o
          on o.school_id = e.school_id and o.book_id = e.book_id and o.id = e.reversal_of
        where p.school_id = current_school() and p.account_id = a.id
          and p.account_version is not null
          and e.recorded_at < p_to::timestamp at time zone p_zone
          and not (t.method = 'simple' and coalesce(o.kind, e.kind) = 'interest')) d
$$;

-- What the run would do to each student of the class now.
create function banking_due(p_run banking_run)
  returns table (student_id uuid, holds bigint, average bigint, amount bigint, short boolean)
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
  if p_run.kind = 'interest' then
    return query
      select i.student_id, i.holds, i.average, i.amount, false
        from banking_interest(p_run.class_id, p_run.period_from, p_run.period_to, p_run.zone) i
        where i.student_id = any (v_students);
  else
    return query
      select o.student_id, o.holds, null::bigint,
          case o.outcome when 'short' then 0 else o.amount end, o.outcome = 'short'
        from banking_outcome(p_run.class_id, 'checking', v_students,
          array_fill(p_run.amount, array[cardinality(v_students)])) o;
  end if;
end
$$;

-- One value for all that a run would do.
create function banking_inputs_hash(p_run banking_run) returns text
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select encode(sha256(convert_to(coalesce(string_agg(
      concat_ws('|', d.student_id, d.amount, d.short), '/' order by d.student_id), ''), 'UTF8')), 'hex')
    from banking_due(p_run) d
$$;

-- Computes the run without paying. Interest takes a period, a bonus an amount.
create function banking_rehearse(p_run uuid, p_class uuid, p_kind text, p_title text, p_amount bigint,
    p_from date, p_to date, p_zone text, p_by uuid, p_now timestamptz)
  returns void
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_run banking_run;
begin
  insert into banking_run (school_id, id, class_id, kind, state, title, amount, period_from,
      period_to, zone, created_by, created_at)
    values (v_school, p_run, p_class, p_kind, 'rehearsed', p_title, p_amount, p_from, p_to, p_zone,
      p_by, p_now)
    returning * into v_run;
  insert into banking_line (school_id, id, run_id, student_id, holds, average, amount, short)
    select v_school, gen_random_uuid(), p_run, d.student_id, d.holds, d.average, d.amount, d.short
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
create function banking_claim(p_run uuid, p_by uuid, p_now timestamptz) returns text
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
  elsif v_run.student_count = 0 and v_run.kind = 'bonus' then
    -- A period without interest is booked all the same, so that the next one can come.
    return 'empty';
  end if;
  update banking_run r
    set state = 'running', committed_by = p_by, committed_at = p_now, version = version + 1
    where r.school_id = v_school and r.id = p_run;
  return 'running';
end
$$;

-- Pays those of the students whom this run did not pay yet, as banking_move does and answers; a second
-- call pays nobody. Raises HR409 when the run is not running.
create function banking_pay_chunk(p_run uuid, p_students uuid[])
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
create function banking_reverse(p_run uuid, p_reason text, p_by uuid, p_now timestamptz)
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
  select coalesce(array_agg(e.id order by e.id), '{}') into v_entry
    from banking_line l
    cross join unnest(array['', ':cover', ':fee']) part (suffix)
    join ledger_entry e on e.school_id = v_school
      and e.idempotency_key = 'bank-run:' || p_run || ':' || l.student_id || part.suffix
    where l.school_id = v_school and l.run_id = p_run and l.entry_id is not null
      and not exists (select from ledger_entry r
        where r.school_id = v_school and r.reversal_of = e.id);
  if cardinality(v_entry) > 0 then
    perform ledger_reverse(v_entry, 'bank-run-reversal:' || p_run, p_reason, p_by);
  end if;
  update banking_run r
    set state = 'reversed', reversed_by = p_by, reversed_at = p_now, reverse_reason = p_reason,
        version = r.version + 1
    where r.school_id = v_school and r.id = p_run;
  return 'reversed';
end
$$;

grant execute on function banking_factor(banking_settings, text), banking_forecast(uuid, bigint),
  banking_next_period(uuid, text), banking_interest(uuid, date, date, text),
  banking_due(banking_run), banking_inputs_hash(banking_run),
  banking_rehearse(uuid, uuid, text, text, bigint, date, date, text, uuid, timestamptz),
  banking_claim(uuid, uuid, timestamptz), banking_pay_chunk(uuid, uuid[]),
  banking_reverse(uuid, text, uuid, timestamptz) to homeroom_app;
