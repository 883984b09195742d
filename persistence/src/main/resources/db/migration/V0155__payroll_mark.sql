-- Marks may pay: so many minutes at the rate for a day marked present, late, excused or absent
-- (docs/decisions/0018). Off for every class until its teacher says otherwise.

alter table payroll_rule
  add column mark_present_minutes integer not null default 0
    check (mark_present_minutes between 0 and 1440),
  add column mark_late_minutes integer not null default 0 check (mark_late_minutes between 0 and 1440),
  add column mark_excused_minutes integer not null default 0
    check (mark_excused_minutes between 0 and 1440),
  add column mark_absent_minutes integer not null default 0
    check (mark_absent_minutes between 0 and 1440),
  -- The first day whose mark pays; null when none does.
  add column marks_from date,
  add constraint ck_payroll_rule_marks_whole check ((marks_from is not null)
    = (mark_present_minutes + mark_late_minutes + mark_excused_minutes + mark_absent_minutes > 0));

-- What a run gives beside the time of its own lines is about an earlier line or about the mark of a day.
alter table payroll_correction
  alter column line_id drop not null,
  add column day date,
  add column mark text check (mark in ('present', 'late', 'absent', 'excused')),
  -- What the day was marked when a run last paid it; null for one that was not marked then, or not paid.
  add column mark_before text check (mark_before in ('present', 'late', 'absent', 'excused')),
  add column rate_micros_per_minute bigint,
  add constraint ck_payroll_correction_of_a_line_or_a_mark check (
    num_nonnulls(line_id, day) = 1 and num_nonnulls(day, mark, rate_micros_per_minute) in (0, 3)
    and (mark_before is null or mark is not null));
create unique index ux_payroll_correction_one_per_mark
  on payroll_correction (school_id, run_id, student_id, day) where day is not null;

-- Why a mark was corrected; null for one that was only taken.
alter table attendance_mark add column reason text check (length(reason) between 1 and 200);
create or replace view attendance_mark_now with (security_invoker = true) as
  select m.school_id, m.class_id, m.student_id, m.day, m.turn, m.mark, m.note, m.marked_by, m.marked_at,
         m.reason
  from attendance_mark m
  where not exists (
    select from attendance_mark later
    where later.school_id = m.school_id and later.class_id = m.class_id and later.day = m.day
      and later.student_id = m.student_id and later.turn > m.turn);

-- As in V0100, and what marks pay is part of the rule.
drop function payroll_keep_rule(uuid, text, bigint, integer, text, integer, bigint, date, date, bigint,
  bigint, bigint);
create function payroll_keep_rule(
    p_class uuid, p_window text, p_overtime bigint, p_thousandths integer, p_rounding text,
    p_unit integer, p_bonus bigint, p_bonus_from date, p_bonus_to date, p_cap_day bigint,
    p_cap_week bigint, p_cap_month bigint, p_present integer, p_late integer, p_excused integer,
    p_absent integer, p_marks_from date)
  returns uuid
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_id uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('payroll ' || p_class, 0));
  select r.id into v_id from payroll_rule r
    where r.school_id = current_school() and r.class_id = p_class
      and (r.overtime_window, r.overtime_seconds, r.overtime_thousandths, r.rounding,
           r.rounding_seconds, r.bonus_micros_per_minute, r.bonus_from, r.bonus_to,
           r.cap_day_seconds, r.cap_week_seconds, r.cap_month_seconds, r.mark_present_minutes,
           r.mark_late_minutes, r.mark_excused_minutes, r.mark_absent_minutes, r.marks_from)
        is not distinct from (p_window, p_overtime, p_thousandths, p_rounding, p_unit, p_bonus,
           p_bonus_from, p_bonus_to, p_cap_day, p_cap_week, p_cap_month, p_present, p_late, p_excused,
           p_absent, p_marks_from);
  if v_id is null then
    insert into payroll_rule (school_id, id, class_id, number, overtime_window, overtime_seconds,
        overtime_thousandths, rounding, rounding_seconds, bonus_micros_per_minute, bonus_from,
        bonus_to, cap_day_seconds, cap_week_seconds, cap_month_seconds, mark_present_minutes,
        mark_late_minutes, mark_excused_minutes, mark_absent_minutes, marks_from)
      select current_school(), gen_random_uuid(), p_class, 1 + (
          select count(*) from payroll_rule r
            where r.school_id = current_school() and r.class_id = p_class),
          p_window, p_overtime, p_thousandths, p_rounding, p_unit, p_bonus, p_bonus_from,
          p_bonus_to, p_cap_day, p_cap_week, p_cap_month, p_present, p_late, p_excused, p_absent,
          p_marks_from
      returning id into v_id;
  end if;
  return v_id;
end
$$;

-- What the marks of days up to an instant are worth now, day by day, where it is another amount than what
-- runs gave for the day so far; what was taken back was not given. A day is worth what the first run that
-- ended on it or later paid by, and before there is one what the class pays now. So it does not matter when
-- a mark is given or corrected. Classes whose marks never paid are done at the first look.
create function payroll_mark_differences(p_class uuid, p_through timestamptz)
  returns table (student_id uuid, day date, mark text, mark_before text, seconds_before bigint,
                 seconds_after bigint, amount_before bigint, amount_after bigint,
                 rate_micros_per_minute bigint)
  language plpgsql stable
  set search_path = homeroom, pg_temp
as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
  v_first date := (select min(r.marks_from) from payroll_rule r
    where r.school_id = v_school and r.class_id = p_class);
  v_zone text;
begin
  if v_first is null then
    return;
  end if;
  v_zone := attendance_zone(p_class);
  return query
    with terms as materialized (
      select r.committed_at, r.id, (r.through at time zone coalesce(r.zone, v_zone))::date as last_day,
             r.rule_id, r.rate_micros_per_minute as rate
      from payroll_run r
      where r.school_id = v_school and r.class_id = p_class
        and r.state in ('running', 'failed', 'paid')
      union all
      select 'infinity', null, (p_through at time zone v_zone)::date, now.rule_id,
             now.rate_micros_per_minute
      from payroll_terms(p_class) now
    ), span as materialized (
      -- The days of each run are those after the last day of any before it.
      select t.last_day, t.rule_id, t.rate, coalesce(max(t.last_day) over (
          order by t.committed_at, t.id rows between unbounded preceding and 1 preceding),
        '-infinity') as after_day
      from terms t
    ), marked as (
      select distinct on (m.day, m.student_id) m.day, m.student_id, m.mark
      from attendance_mark m
      where m.school_id = v_school and m.class_id = p_class
        and m.day between v_first and (p_through at time zone v_zone)::date
      order by m.day, m.student_id, m.turn desc
    ), due as (
      select m.student_id, m.day, m.mark, span.rate, 60 * (case m.mark
          when 'present' then rule.mark_present_minutes when 'late' then rule.mark_late_minutes
          when 'excused' then rule.mark_excused_minutes else rule.mark_absent_minutes end)::bigint
        as seconds
      from span
      join payroll_rule rule on rule.school_id = v_school and rule.id = span.rule_id
      join marked m on m.day > span.after_day and m.day <= span.last_day and m.day >= rule.marks_from
      where m.student_id in (
        select seat.student_id from roster_seat seat
        where seat.school_id = v_school and seat.class_id = p_class)
    ), day as (
      -- Added up, not joined: it stays one pass however many there are.
      select x.student_id, x.day, max(x.mark) as mark, max(x.rate) as rate,
             sum(x.given_seconds)::bigint as given_seconds, sum(x.seconds)::bigint as seconds,
             sum(x.given)::bigint as given, sum(x.worth)::bigint as worth
      from (
        select due.student_id, due.day, due.mark, due.rate, 0 as given_seconds, due.seconds,
               0 as given, payroll_amount(due.seconds, due.rate) as worth
        from due
        union all
        select c.student_id, c.day, null, null, c.seconds_after - c.seconds_before, 0,
               c.amount_after - c.amount_before, 0
        from payroll_run r
        join payroll_correction c on c.school_id = r.school_id and c.run_id = r.id
          and c.day is not null and c.entry_id is not null
        where r.school_id = v_school and r.class_id = p_class and not exists (
          select from ledger_entry back
          where back.school_id = c.school_id and back.reversal_of = c.entry_id)) x
      group by x.student_id, x.day
      having max(x.mark) is not null and sum(x.worth) <> sum(x.given)
    )
    select day.student_id, day.day, day.mark, nullif(was.mark, day.mark), day.given_seconds,
           day.seconds, day.given, day.worth, day.rate
    from day
    -- What it was when a run that knew the day was committed last.
    left join lateral (
      select m.mark from attendance_mark m
      where m.school_id = v_school and m.class_id = p_class and m.day = day.day
        and m.student_id = day.student_id and m.marked_at <= (
          select max(t.committed_at) from terms t where t.id is not null and t.last_day >= day.day)
      order by m.turn desc limit 1) was on true;
end
$$;

-- As in V0100, and marks once any of them pays; and differences that were paid, not only those taken back:
-- a run up to an earlier instant than people are paid through leaves no other trace.
create or replace function payroll_inputs_hash(p_class uuid, p_through timestamptz) returns text
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select encode(sha256(convert_to(concat_ws('/', p_class, extract(epoch from p_through)::bigint,
           terms.rate_micros_per_minute, coalesce(terms.daily_limit_minutes, 0),
           terms.rule_id, case when terms.rule_id is not null then attendance_zone(p_class) end,
           (select count(*) from attendance_tap t
            where t.school_id = current_school() and t.class_id = p_class and t.at <= p_through),
           (select count(*) from attendance_tap_removal r
            join attendance_tap t on t.school_id = r.school_id and t.id = r.tap_id
            where t.school_id = current_school() and t.class_id = p_class and t.at <= p_through),
           (select count(*) from attendance_tap_restoration r
            join attendance_tap t on t.school_id = r.school_id and t.id = r.tap_id
            where t.school_id = current_school() and t.class_id = p_class and t.at <= p_through),
           (select count(c.entry_id) + count(back.id) from payroll_run r
            join payroll_correction c on c.school_id = r.school_id and c.run_id = r.id
            left join ledger_entry back
              on back.school_id = c.school_id and back.reversal_of = c.entry_id
            where r.school_id = current_school() and r.class_id = p_class),
           case when exists (select from payroll_rule r
               where r.school_id = current_school() and r.class_id = p_class
                 and r.marks_from is not null)
             then (select 'marks ' || count(*) from attendance_mark m
               where m.school_id = current_school() and m.class_id = p_class
                 and m.day <= (p_through at time zone attendance_zone(p_class))::date) end,
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

-- As in V0056, and what marks are worth. A mark that pays for the first time is nothing to check.
create or replace function payroll_rehearse_corrections(p_run uuid) returns void
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_run payroll_run;
begin
  select * into v_run from payroll_run r
    where r.school_id = v_school and r.id = p_run and r.state = 'rehearsed';
  insert into payroll_correction (school_id, id, run_id, line_id, student_id, seconds_before,
      seconds_after, amount_before, amount_after)
    select v_school, gen_random_uuid(), p_run, d.line_id, d.student_id, d.seconds_before,
        d.seconds_after, d.amount_before, d.amount_after
      from payroll_differences(v_run.class_id, v_run.through) d;
  insert into payroll_correction (school_id, id, run_id, student_id, day, mark, mark_before,
      seconds_before, seconds_after, amount_before, amount_after, rate_micros_per_minute)
    select v_school, gen_random_uuid(), p_run, d.student_id, d.day, d.mark, d.mark_before,
        d.seconds_before, d.seconds_after, d.amount_before, d.amount_after, d.rate_micros_per_minute
      from payroll_mark_differences(v_run.class_id, v_run.through) d;
  if not exists (select from payroll_correction c where c.school_id = v_school and c.run_id = p_run) then
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
      case when c.of_time then 'corrected' end, case when c.of_marks then 'mark_corrected' end,
      case when a.balance + l.amount + c.difference < least(a.balance, 0) then 'below_zero' end], null)
    from (
      select student_id, sum(amount_after - amount_before)::bigint as difference,
          bool_or(line_id is not null) as of_time, bool_or(mark_before is not null) as of_marks
        from payroll_correction where school_id = v_school and run_id = p_run
        group by student_id) c
    left join ledger_account a
      on a.school_id = v_school and a.book_id = v_run.class_id and a.kind = 'checking'
         and a.owner_id = c.student_id
    where l.school_id = v_school and l.run_id = p_run and l.student_id = c.student_id
      and (c.of_time or c.of_marks or c.difference < 0);
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

-- As in V0056, and what marks are worth: an entry for each that was corrected, and one for all those of a
-- student that pay for the first time, which is pay and no correction.
drop function payroll_pay_corrections(uuid, uuid[]);
create function payroll_pay_corrections(p_run uuid, p_students uuid[])
  returns table (student_id uuid, entry_id uuid, amount bigint, balance_after bigint, kind text)
  language plpgsql
  set search_path = homeroom, pg_temp
  set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
  v_run payroll_run;
  v_zone text;
  v_expense uuid;
  v_correction uuid[];
  v_student uuid[];
  v_account uuid[];
  v_amount bigint[];
  v_text text[];
  v_kind text[];
  v_cause text[];
  v_entry uuid[];
  v_balance bigint[];
  v_n integer;
begin
  select * into v_run from payroll_run r
    where r.school_id = v_school and r.id = p_run for no key update;
  if v_run.state is distinct from 'running' then
    raise exception 'pay run % is %', p_run, coalesce(v_run.state, 'absent') using errcode = 'HR409';
  end if;
  if not exists (select from payroll_correction c
      where c.school_id = v_school and c.run_id = p_run and c.student_id = any (p_students)
        and c.entry_id is null) then
    return;
  end if;
  v_zone := attendance_zone(v_run.class_id);

  select array_agg(x.id order by x.no), array_agg(x.student_id order by x.no),
      array_agg(a.id order by x.no), array_agg(x.difference order by x.no),
      array_agg(x.said order by x.no), array_agg(x.kind order by x.no),
      array_agg(x.cause order by x.no), count(*)
    into v_correction, v_student, v_account, v_amount, v_text, v_kind, v_cause, v_n
    from (
      select due.*, row_number() over (order by due.student_id, due.cause, due.sorted) as no
        from (
          select c.id, c.student_id, c.amount_after - c.amount_before as difference,
              'pay_correction' as kind, 'pay_correction' as cause, was.through as sorted,
              format(
                case when c.seconds_after = c.seconds_before
                    then 'Pay to %s corrected: earlier time of its week or month changed'
                  when c.amount_after < c.amount_before
                    then 'Pay to %s corrected: %s:%s:%s less in class'
                  else 'Pay to %s corrected: %s:%s:%s more in class' end,
                to_char(was.through at time zone v_zone, 'Dy FMDD Mon'),
                abs(c.seconds_after - c.seconds_before) / 3600,
                lpad((abs(c.seconds_after - c.seconds_before) / 60 % 60)::text, 2, '0'),
                lpad((abs(c.seconds_after - c.seconds_before) % 60)::text, 2, '0')) as said
            from payroll_correction c
            join payroll_line l on l.school_id = c.school_id and l.id = c.line_id
            join payroll_run was on was.school_id = l.school_id and was.id = l.run_id
            where c.school_id = v_school and c.run_id = p_run and c.student_id = any (p_students)
              and c.entry_id is null
          union all
          select (array_agg(m.id order by m.day))[1], m.student_id, sum(m.difference)::bigint,
              case when m.own is null then 'pay' else 'pay_correction' end, 'pay_mark', min(m.day),
              case when m.own is not null then format(
                  case when sum(m.difference) < 0 then 'Pay for %s corrected: %s → %s, %s min less'
                    else 'Pay for %s corrected: %s → %s, %s min more' end,
                  to_char(min(m.day), 'Dy FMDD Mon'), coalesce(min(m.mark_before), min(m.mark)),
                  min(m.mark), abs(sum(m.minutes)))
                when count(*) = 1 then format('Pay for %s: %s, %s min',
                  to_char(min(m.day), 'Dy FMDD Mon'), min(m.mark), sum(m.minutes))
                else format('Pay for the marks of %s days to %s: %s min', count(*),
                  to_char(max(m.day), 'Dy FMDD Mon'), sum(m.minutes)) end
            from (
              select c.id, c.student_id, c.day, c.mark, c.mark_before,
                  (c.seconds_after - c.seconds_before) / 60 as minutes,
                  c.amount_after - c.amount_before as difference,
                  case when c.mark_before is not null or c.amount_after < c.amount_before
                    then c.id end as own
                from payroll_correction c
                where c.school_id = v_school and c.run_id = p_run
                  and c.student_id = any (p_students) and c.day is not null
                  and c.entry_id is null) m
            group by m.student_id, m.own) due) x
    left join ledger_account a
      on a.school_id = v_school and a.book_id = v_run.class_id and a.kind = 'checking'
         and a.owner_id = x.student_id;
  select a.id into v_expense from ledger_account a
    where a.school_id = v_school and a.book_id = v_run.class_id and a.kind = 'pay_expense'
      and a.owner_id is null;

  select array_agg(p.entry_id order by p.entry_no), array_agg(p.balance_after order by p.entry_no)
    into v_entry, v_balance
    from ledger_post(
      array_fill(v_run.class_id, array[v_n]),
      (select array_agg('pay-correction:' || c.id order by c.no)
         from unnest(v_correction) with ordinality c (id, no)),
      v_kind, v_text, v_cause, v_correction,
      array_fill(v_run.committed_by, array[v_n]), array_fill(null::uuid, array[v_n]),
      (select array_agg(e.no order by e.no, side) from generate_series(1, v_n) e (no),
         generate_series(1, 2) side),
      (select array_agg(case side when 1 then a.id else v_expense end order by a.no, side)
         from unnest(v_account) with ordinality a (id, no), generate_series(1, 2) side),
      (select array_agg(case side when 1 then a.amount else -a.amount end order by a.no, side)
         from unnest(v_amount) with ordinality a (amount, no), generate_series(1, 2) side)) p
    where p.account_id <> v_expense;

  update payroll_correction c set entry_id = n.entry
    from unnest(v_correction, v_student, v_kind, v_entry) n (correction, student, kind, entry)
    where c.school_id = v_school and c.run_id = p_run and c.student_id = n.student
      and c.entry_id is null and (c.id = n.correction
        or n.kind = 'pay' and c.day is not null and c.mark_before is null
          and c.amount_after > c.amount_before);
  update payroll_run r
    set version = r.version + 1,
        -- Whoever was paid for time as well is counted already.
        paid_count = r.paid_count + (
          select count(distinct l.student_id) from payroll_line l
            where l.school_id = v_school and l.run_id = p_run and l.student_id = any (v_student)
              and l.amount = 0),
        paid_total = r.paid_total + (select sum(x.amount) from unnest(v_amount) x (amount))
    where r.school_id = v_school and r.id = p_run;
  return query select x.* from unnest(v_student, v_entry, v_amount, v_balance, v_kind) x;
end
$$;

-- Several marks may be behind one entry, which is taken back once.
do $$
declare
  v_is constant text := pg_get_functiondef('payroll_reverse'::regproc);
  v_new text := replace(v_is, '      union all
      select c.student_id, c.entry_id from payroll_correction c', '      union
      select c.student_id, c.entry_id from payroll_correction c');
begin
  if v_new = v_is then
    raise exception 'payroll_reverse finds entries in another way';
  end if;
  execute v_new;
end
$$;

revoke execute on function payroll_keep_rule(uuid, text, bigint, integer, text, integer, bigint, date,
    date, bigint, bigint, bigint, integer, integer, integer, integer, date),
  payroll_mark_differences(uuid, timestamptz), payroll_pay_corrections(uuid, uuid[]) from public;
grant execute on function payroll_keep_rule(uuid, text, bigint, integer, text, integer, bigint, date,
    date, bigint, bigint, bigint, integer, integer, integer, integer, date),
  payroll_mark_differences(uuid, timestamptz), payroll_pay_corrections(uuid, uuid[]) to homeroom_app;
