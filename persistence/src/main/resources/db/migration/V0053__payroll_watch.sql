-- Runs that stand still are found, and pay that is taken back leaves its time to be paid again.

-- When the run was last changed, which its job does with every chunk: one that says it is running and
-- stands still has nobody who works on it.
alter table payroll_run add column worked_at timestamptz not null default now();
create function payroll_run_worked() returns trigger
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
begin
  new.worked_at := clock_timestamp();
  return new;
end
$$;
create trigger tr_payroll_run_worked before update on payroll_run
  for each row execute function payroll_run_worked();

-- As in V0052, but the inputs are known by their hash before any of them is read: what changes in
-- between is noticed when the run is committed.
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
  v_hash text := payroll_inputs_hash(p_class, p_through);
begin
  select t.rate_micros_per_minute, t.daily_limit_minutes into v_rate, v_limit
    from payroll_terms(p_class) t;
  insert into payroll_run (school_id, id, class_id, state, through, rate_micros_per_minute,
      daily_limit_minutes, inputs_hash, line_count, student_count, total, seconds, outlier_count,
      replaces, created_by, created_at)
    values (v_school, p_run, p_class, 'rehearsed', p_through, v_rate, v_limit,
      v_hash, 0, 0, 0, 0, 0, p_replaces, p_by, p_now);

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

-- As in V0050, but a run that goes on belongs to no execution until one begins with it. The earlier one
-- may not have written its end yet.
create or replace function payroll_claim(p_run uuid, p_by uuid, p_now timestamptz) returns text
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_run payroll_run;
begin
  select * into v_run from payroll_run r where r.school_id = v_school and r.id = p_run for update;
  if v_run.state = 'failed' then
    update payroll_run r
      set state = 'running', failure = null, job_execution_id = null, version = version + 1
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

-- Before entries are taken back one by one: the time behind those that are pay is unpaid again.
-- Answers 'later' when a student's time was paid again since, or is about to be; that comes first.
create function payroll_unpay(p_entries uuid[]) returns text
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_line record;
begin
  for v_line in
    select l.run_id, l.student_id, l.anchor_at, l.anchor_run_id, r.class_id
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
revoke execute on function payroll_unpay(uuid[]) from public;
grant execute on function payroll_unpay(uuid[]) to homeroom_app;
