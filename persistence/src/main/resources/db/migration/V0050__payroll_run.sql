-- Pay runs: rehearsed, committed, paid in chunks, reversible as a whole (domain/economy.md 5.2). A line
-- is one student's pay in one class; it keeps what it was computed from, so that the run can tell
-- whether anything changed since.

create table payroll_run (
  school_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  state text not null
    constraint ck_payroll_run_state
      check (state in ('rehearsed', 'stale', 'running', 'paid', 'failed', 'reversed')),
  -- Time up to this instant is paid; an open session counts to it.
  through timestamptz not null
    constraint ck_payroll_run_whole_seconds check (through = date_trunc('second', through)),
  rate_micros_per_minute bigint not null,
  daily_limit_minutes integer,
  inputs_hash text not null,
  line_count integer not null,
  -- Students who get something, and what all of them get in minor units.
  student_count integer not null,
  total bigint not null,
  seconds bigint not null,
  outlier_count integer not null,
  paid_count integer not null default 0,
  paid_total bigint not null default 0,
  -- The stale rehearsal that this one was made in place of.
  replaces uuid,
  created_by uuid,
  created_at timestamptz not null,
  committed_by uuid,
  committed_at timestamptz,
  finished_at timestamptz,
  failure text check (length(failure) <= 500),
  reversed_by uuid,
  reversed_at timestamptz,
  reverse_reason text check (length(reverse_reason) between 1 and 200),
  job_execution_id bigint,
  version bigint not null default 1,
  primary key (school_id, id),
  foreign key (school_id, class_id) references roster_class,
  foreign key (school_id, replaces) references payroll_run,
  constraint ck_payroll_run_committed
    check ((committed_at is null) = (state in ('rehearsed', 'stale'))),
  constraint ck_payroll_run_reversed check ((reversed_at is null) = (state <> 'reversed'))
);
create index ix_payroll_run_class on payroll_run (school_id, class_id, created_at desc);
-- A class is paid by one run at a time; one that stopped half-way is continued or reversed first.
create unique index ux_payroll_run_one_at_a_time on payroll_run (school_id, class_id)
  where state in ('running', 'failed');

create table payroll_line (
  school_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  student_id uuid not null,
  seconds bigint not null check (seconds >= 0),
  rate_micros_per_minute bigint not null,
  amount bigint not null check (amount >= 0),
  -- Taps behind the seconds, the newest of them, and the start of a session open at the end.
  taps integer not null,
  last_tap_id uuid,
  open_since timestamptz,
  -- When the daily limit tapped the student out last, and the longest time between in and out.
  limit_at timestamptz,
  longest_seconds bigint,
  -- Codes: missing_out, limit_out, long_session, no_time. A line with a code is an outlier.
  notes text[] not null default '{}',
  outlier boolean not null generated always as (cardinality(notes) > 0) stored,
  -- Up to where the student had been paid before, and by which run; a reversal restores it.
  anchor_at timestamptz,
  anchor_run_id uuid,
  entry_id uuid,
  primary key (school_id, id),
  constraint ux_payroll_line_one_per_student unique (school_id, run_id, student_id),
  foreign key (school_id, run_id) references payroll_run
);

select tenant_table('payroll_run', 'select, insert, update');
select tenant_table('payroll_line', 'select, insert');
grant update (entry_id) on payroll_line to homeroom_app;

-- The class's rate and daily limit, or the defaults of a class that never set them.
create function payroll_terms(p_class uuid)
  returns table (rate_micros_per_minute bigint, daily_limit_minutes integer)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select coalesce(s.rate_micros_per_minute, 250000), s.daily_limit_minutes
  from (select) as always
  left join payroll_settings s on s.school_id = current_school() and s.class_id = p_class
$$;

-- One value for all inputs of a run; it changes when any of them does: class, end, terms, taps up to the
-- end, who sits in the class, and up to where each was paid by which run. Taps and their removals are
-- only ever added, so equal counts mean the same rows.
create function payroll_inputs_hash(p_class uuid, p_through timestamptz) returns text
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
           (select string_agg(concat_ws('|', seat.student_id, extract(epoch from paid.through)::bigint,
              paid.pay_run_id), '/' order by seat.student_id)
            from roster_seat seat
            left join attendance_paid_through paid
              on paid.school_id = seat.school_id and paid.class_id = seat.class_id
                 and paid.student_id = seat.student_id
            where seat.school_id = current_school() and seat.class_id = p_class
              and seat.student_id is not null)), 'UTF8')), 'hex')
  from payroll_terms(p_class) terms
$$;

-- Computes the run without paying: one line per student of the class, the students to check marked.
create function payroll_rehearse(
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
      where seat.school_id = v_school and seat.class_id = p_class and seat.student_id is not null;

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

-- Lets a rehearsed run be paid, or a stopped one go on. Answers what became of it:
--   running    the caller may pay now
--   changed    an input changed; the run is stale now
--   busy       another run of the class is going on or stopped half-way
--   empty      nobody has anything to get
-- or, when the run is past rehearsal, the state it is in.
create function payroll_claim(p_run uuid, p_by uuid, p_now timestamptz) returns text
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_run payroll_run;
begin
  select * into v_run from payroll_run r where r.school_id = v_school and r.id = p_run for update;
  if v_run.state = 'failed' then
    update payroll_run r set state = 'running', failure = null, version = version + 1
      where r.school_id = v_school and r.id = p_run;
    return 'running';
  elsif v_run.state <> 'rehearsed' then
    return 'already ' || v_run.state;
  end if;

  -- Runs of one class decide one after the other.
  perform pg_advisory_xact_lock(hashtextextended('payroll ' || v_run.class_id, 0));
  if exists (select from payroll_run r where r.school_id = v_school and r.class_id = v_run.class_id
      and r.state in ('running', 'failed')) then
    return 'busy';
  elsif payroll_inputs_hash(v_run.class_id, v_run.through) <> v_run.inputs_hash then
    update payroll_run r set state = 'stale', version = version + 1
      where r.school_id = v_school and r.id = p_run;
    return 'changed';
  elsif v_run.student_count = 0 then
    return 'empty';
  end if;
  update payroll_run r
    set state = 'running', committed_by = p_by, committed_at = p_now, version = version + 1
    where r.school_id = v_school and r.id = p_run;
  return 'running';
end
$$;

-- Pays those of the students who were not paid by this run yet: one entry each, in one statement each
-- for entries, lines and anchors. A second call for the same students pays nobody.
-- Raises HR409 when the run is not running.
create function payroll_pay_chunk(p_run uuid, p_students uuid[])
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
      array_agg(format('Pay for %s min to %s', round(l.seconds / 60.0), v_day) order by l.student_id),
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

-- Takes the whole run back: a reversing entry for each of its entries (but those that were reversed one
-- by one before), and everyone's time is unpaid again as it was. Answers 'reversed', or 'later' when a
-- later run of the class was paid on top, or the state in which a run cannot be reversed.
create function payroll_reverse(p_run uuid, p_reason text, p_by uuid, p_now timestamptz)
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

  select coalesce(array_agg(l.entry_id order by l.student_id), '{}') into v_entry
    from payroll_line l
    where l.school_id = v_school and l.run_id = p_run and l.entry_id is not null
      and not exists (select from ledger_entry e
        where e.school_id = v_school and e.reversal_of = l.entry_id);
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

grant execute on function payroll_terms(uuid), payroll_inputs_hash(uuid, timestamptz),
  payroll_rehearse(uuid, uuid, timestamptz, uuid, uuid, timestamptz),
  payroll_claim(uuid, uuid, timestamptz), payroll_pay_chunk(uuid, uuid[]),
  payroll_reverse(uuid, text, uuid, timestamptz) to homeroom_app;
