-- Overtime, rounding, bonus and caps (domain/economy.md 5.1), day by day of the class's zone. What a run
-- pays is what all time up to its end is worth less what all time up to its anchor is worth, so that
-- time paid before counts towards thresholds and caps, and it does not matter by how many runs a week
-- is paid (docs/decisions/0017).

-- Rules are only ever added: a run keeps the one it was computed by.
create table payroll_rule (
  school_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  -- Counts the class's rules from 1.
  number integer not null check (number > 0),
  -- Paid time of the window beyond so many seconds is overtime, paid so many thousandths of the rate.
  overtime_window text check (overtime_window in ('day', 'week', 'month')),
  overtime_seconds bigint check (overtime_seconds between 0 and 2678400),
  overtime_thousandths integer check (overtime_thousandths between 1000 and 10000),
  -- Each day's time in whole units of so many seconds.
  rounding text not null check (rounding in ('none', 'up', 'down')),
  rounding_seconds integer check (rounding_seconds between 1 and 86400),
  -- On top of the rate for each paid minute of the days from the one to the other.
  bonus_micros_per_minute bigint not null default 0
    check (bonus_micros_per_minute between 0 and 1000000000),
  bonus_from date,
  bonus_to date,
  -- Time beyond is not paid.
  cap_day_seconds bigint check (cap_day_seconds between 1 and 86400),
  cap_week_seconds bigint check (cap_week_seconds between 1 and 604800),
  cap_month_seconds bigint check (cap_month_seconds between 1 and 2678400),
  primary key (school_id, id),
  foreign key (school_id, class_id) references roster_class (school_id, id),
  constraint ux_payroll_rule_number unique (school_id, class_id, number),
  constraint ck_payroll_rule_overtime_whole check (
    (overtime_window is null) = (overtime_seconds is null)
    and (overtime_window is null) = (overtime_thousandths is null)),
  constraint ck_payroll_rule_rounding_whole
    check ((rounding = 'none') = (rounding_seconds is null)),
  constraint ck_payroll_rule_bonus_forwards check (bonus_to >= bonus_from)
);
select tenant_table('payroll_rule', 'select, insert');

-- Null: the plain rule, time at the rate.
alter table payroll_settings
  add column rule_id uuid,
  add foreign key (school_id, rule_id) references payroll_rule (school_id, id);
alter table payroll_run
  add column rule_id uuid,
  -- The version of the class's settings, and under a rule the zone whose days it counted in.
  add column settings_version bigint,
  add column zone text,
  add foreign key (school_id, rule_id) references payroll_rule (school_id, id),
  add constraint ck_payroll_run_rule_has_a_zone check (rule_id is null or zone is not null);

-- Of a line under a rule: seconds + rounding - capped are paid, overtime and bonus among them; the rest
-- of the amount is regular pay. Null under the plain rule.
alter table payroll_line
  add column rounding_seconds bigint,
  add column capped_seconds bigint check (capped_seconds >= 0),
  add column overtime_seconds bigint check (overtime_seconds >= 0),
  add column bonus_seconds bigint check (bonus_seconds >= 0),
  add column overtime_amount bigint check (overtime_amount >= 0),
  add column bonus_amount bigint check (bonus_amount >= 0),
  -- Whoever got nothing from a run that was paid: the line stands for that time all the same.
  add column settled boolean;
grant update (settled) on payroll_line to homeroom_app;

-- The same by days, to show where it comes from.
create table payroll_line_day (
  school_id uuid not null,
  line_id uuid not null,
  day date not null,
  seconds bigint not null check (seconds >= 0),
  rounding_seconds bigint not null,
  capped_seconds bigint not null,
  overtime_seconds bigint not null,
  bonus_seconds bigint not null,
  regular_amount bigint not null,
  overtime_amount bigint not null,
  bonus_amount bigint not null,
  primary key (school_id, line_id, day),
  foreign key (school_id, line_id) references payroll_line (school_id, id)
);
select tenant_table('payroll_line_day', 'select, insert');

-- Finds the class's rule with these values or adds it. One change of a class's rules at a time.
create function payroll_keep_rule(
    p_class uuid, p_window text, p_overtime bigint, p_thousandths integer, p_rounding text,
    p_unit integer, p_bonus bigint, p_bonus_from date, p_bonus_to date, p_cap_day bigint,
    p_cap_week bigint, p_cap_month bigint)
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
           r.cap_day_seconds, r.cap_week_seconds, r.cap_month_seconds)
        is not distinct from (p_window, p_overtime, p_thousandths, p_rounding, p_unit, p_bonus,
           p_bonus_from, p_bonus_to, p_cap_day, p_cap_week, p_cap_month);
  if v_id is null then
    insert into payroll_rule (school_id, id, class_id, number, overtime_window, overtime_seconds,
        overtime_thousandths, rounding, rounding_seconds, bonus_micros_per_minute, bonus_from,
        bonus_to, cap_day_seconds, cap_week_seconds, cap_month_seconds)
      select current_school(), gen_random_uuid(), p_class, 1 + (
          select count(*) from payroll_rule r
            where r.school_id = current_school() and r.class_id = p_class),
          p_window, p_overtime, p_thousandths, p_rounding, p_unit, p_bonus, p_bonus_from,
          p_bonus_to, p_cap_day, p_cap_week, p_cap_month
      returning id into v_id;
  end if;
  return v_id;
end
$$;

-- What the class pays now. A class without settings pays by the defaults.
drop function payroll_terms(uuid);
create function payroll_terms(p_class uuid)
  returns table (rate_micros_per_minute bigint, daily_limit_minutes integer, rule_id uuid,
                 settings_version bigint)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select coalesce(s.rate_micros_per_minute, 250000), s.daily_limit_minutes, s.rule_id,
         coalesce(s.version, 0)
  from (select) as always
  left join payroll_settings s on s.school_id = current_school() and s.class_id = p_class
$$;

-- Seconds in class by local days, of each student between an instant of their own and a common end, by
-- the rules of attendance_time(). A session over midnight belongs to both days.
--   before   the part of the seconds up to the student's second instant
create function attendance_days(
    p_class uuid, p_zone text, p_students uuid[], p_from timestamptz[], p_since timestamptz[],
    p_through timestamptz)
  returns table (student_id uuid, day date, seconds bigint, before bigint)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  with person as materialized (
    select seat.school_id, seat.class_id, seat.student_id, asked.counts_from, asked.since
    from unnest(p_students, p_from, p_since) asked (student, counts_from, since)
    cross join lateral (
      select s.school_id, s.class_id, s.student_id from roster_seat s
      where s.school_id = current_school() and s.class_id = p_class
        and s.student_id = asked.student
      limit 1) seat
  )
  select person.student_id, local.day,
         sum(extract(epoch from least(session.ends, local.ends)
           - greatest(session.begins, local.begins)))::bigint,
         coalesce(sum(extract(epoch from least(session.ends, local.ends, person.since)
             - greatest(session.begins, local.begins)))
           filter (where greatest(session.begins, local.begins) < person.since), 0)::bigint
  from person
  cross join lateral (
    select turn.action, turn.at as begins, lead(turn.at, 1, p_through) over (order by turn.at) as ends
    from (
      select t.action, t.at, lag(t.action, 1, 'out') over (order by t.at) as before
      from (
        -- Who was in at the start counts from there.
        select newest.action, person.counts_from as at
        from (
          select t.action from attendance_tap_effective t
          where person.counts_from > '-infinity' and t.school_id = person.school_id
            and t.class_id = person.class_id and t.student_id = person.student_id
            and t.at <= person.counts_from
          order by t.at desc limit 1) newest
        union all
        select t.action, t.at from attendance_tap_effective t
        where t.school_id = person.school_id and t.class_id = person.class_id
          and t.student_id = person.student_id and t.at > person.counts_from
          and t.at <= p_through) t) turn
    where turn.action <> turn.before) session
  -- A day more on each side, because clocks may be set back over midnight.
  cross join lateral (
    select near.day, near.day::timestamp at time zone p_zone as begins,
           (near.day + 1)::timestamp at time zone p_zone as ends
    from (
      select (session.begins at time zone p_zone)::date - 1 + n as day
      from generate_series(0, (session.ends at time zone p_zone)::date
        - (session.begins at time zone p_zone)::date + 2) n) near) local
  where session.action = 'in' and session.begins < session.ends
    and local.begins < session.ends and local.ends > session.begins
  group by person.student_id, local.day
$$;

-- What time is worth under a rule, by student and local day: all time up to the end less what all time up
-- to the student's anchor (null: never paid) was worth. Days without a difference are left out.
--   seconds    time in class
--   rounding   what rounding added, less than nothing for what it took
--   capped     time that a cap left unpaid; seconds + rounding - capped are paid
--   overtime   paid time beyond the threshold
--   bonus      paid time with the bonus
-- A window's time is that which was paid; each part of a day's pay is rounded to the hundredth.
create function payroll_days(
    p_class uuid, p_zone text, p_rule uuid, p_rate bigint, p_students uuid[],
    p_anchors timestamptz[], p_through timestamptz)
  returns table (student_id uuid, day date, seconds bigint, rounding bigint, capped bigint,
                 overtime bigint, bonus bigint, regular_amount bigint, overtime_amount bigint,
                 bonus_amount bigint)
  language plpgsql stable
  set search_path = homeroom, pg_temp
as $$
declare
  v_rule payroll_rule;
  v_by_week boolean;
  v_by_month boolean;
  v_from timestamptz[];
  v_day record;
  v_student uuid;
  v_week date;
  v_month date;
  v_week_paid bigint;
  v_month_paid bigint;
  v_raw bigint;
  v_rounded bigint;
  v_paid bigint;
  v_over bigint;
  v_bonus bigint;
  v_is bigint[];
  v_was bigint[];
begin
  select * into strict v_rule from payroll_rule r
    where r.school_id = current_school() and r.id = p_rule;
  v_by_week := v_rule.cap_week_seconds is not null or coalesce(v_rule.overtime_window = 'week', false);
  v_by_month :=
    v_rule.cap_month_seconds is not null or coalesce(v_rule.overtime_window = 'month', false);

  -- Counting begins with the window of the anchor, and with the week in which its month begins if both
  -- matter. When a month's cap decides how much of a week is paid, only the whole history tells.
  select array_agg(case
      when a.anchor is null or v_by_week and v_rule.cap_month_seconds is not null then '-infinity'
      else date_trunc(case when v_by_week then 'week' else 'day' end,
          date_trunc(case when v_by_month then 'month' else 'day' end,
            a.anchor at time zone p_zone)) at time zone p_zone end order by a.no)
    into v_from
    from unnest(p_anchors) with ordinality a (anchor, no);

  for v_day in
    select d.* from attendance_days(p_class, p_zone, p_students, v_from, p_anchors, p_through) d
      order by d.student_id, d.day
  loop
    if v_day.student_id is distinct from v_student then
      v_student := v_day.student_id;
      v_week := null;
      v_month := null;
    end if;
    if v_week is distinct from date_trunc('week', v_day.day)::date then
      v_week := date_trunc('week', v_day.day);
      v_week_paid := 0;
    end if;
    if v_month is distinct from date_trunc('month', v_day.day)::date then
      v_month := date_trunc('month', v_day.day);
      v_month_paid := 0;
    end if;

    v_is := null;
    -- The anchor's day as it was at the anchor first, then every day as it is at the end.
    for v_part in case when v_day.before between 1 and v_day.seconds - 1 then 1 else 2 end .. 2 loop
      v_raw := case v_part when 1 then v_day.before else v_day.seconds end;
      v_rounded := case v_rule.rounding
        when 'down' then v_raw / v_rule.rounding_seconds * v_rule.rounding_seconds
        when 'up' then (v_raw + v_rule.rounding_seconds - 1) / v_rule.rounding_seconds
          * v_rule.rounding_seconds
        else v_raw end;
      -- Caps that are not set do not count. They come before overtime.
      v_paid := least(v_rounded, v_rule.cap_day_seconds, v_rule.cap_week_seconds - v_week_paid,
        v_rule.cap_month_seconds - v_month_paid);
      v_over := coalesce(v_paid - least(v_paid, greatest(0, v_rule.overtime_seconds
        - case v_rule.overtime_window
            when 'week' then v_week_paid when 'month' then v_month_paid else 0 end)), 0);
      if v_rule.overtime_window is null then
        v_over := 0;
      end if;
      v_bonus := case when v_rule.bonus_micros_per_minute > 0
          and v_day.day between coalesce(v_rule.bonus_from, '-infinity')
            and coalesce(v_rule.bonus_to, 'infinity')
        then v_paid else 0 end;
      v_was := v_is;
      v_is := array[v_raw, v_rounded - v_raw, v_rounded - v_paid, v_over, v_bonus,
        payroll_amount(v_paid - v_over, p_rate),
        (v_over * p_rate * coalesce(v_rule.overtime_thousandths, 0) + 300000000) / 600000000,
        payroll_amount(v_bonus, v_rule.bonus_micros_per_minute)];
    end loop;
    v_week_paid := v_week_paid + v_paid;
    v_month_paid := v_month_paid + v_paid;

    if v_day.before < v_day.seconds then
      v_was := coalesce(v_was, '{0,0,0,0,0,0,0,0}');
      student_id := v_day.student_id;
      day := v_day.day;
      seconds := v_is[1] - v_was[1];
      rounding := v_is[2] - v_was[2];
      capped := v_is[3] - v_was[3];
      overtime := v_is[4] - v_was[4];
      bonus := v_is[5] - v_was[5];
      regular_amount := v_is[6] - v_was[6];
      overtime_amount := v_is[7] - v_was[7];
      bonus_amount := v_is[8] - v_was[8];
      return next;
    end if;
  end loop;
end
$$;

-- What time not paid yet is worth, per student of a class or for some of them, up to an instant.
create function payroll_due(p_class uuid, p_through timestamptz, p_students uuid[] default null)
  returns table (student_id uuid, seconds bigint, amount bigint)
  language plpgsql stable
  set search_path = homeroom, pg_temp
as $$
#variable_conflict use_column
declare
  v_terms record;
  v_students uuid[];
  v_anchors timestamptz[];
begin
  select * into v_terms from payroll_terms(p_class);
  if v_terms.rule_id is null then
    return query
      select u.student_id, u.seconds, payroll_amount(u.seconds, v_terms.rate_micros_per_minute)
        from attendance_unpaid(p_class, p_through, p_students) u;
    return;
  end if;
  select array_agg(seat.student_id), array_agg(paid.through) into v_students, v_anchors
    from roster_seat seat
    left join attendance_paid_through paid
      on paid.school_id = seat.school_id and paid.class_id = seat.class_id
         and paid.student_id = seat.student_id
    where seat.school_id = current_school() and seat.class_id = p_class
      and seat.student_id is not null
      and (p_students is null or seat.student_id = any (p_students));
  return query
    select d.student_id, sum(d.seconds)::bigint,
        sum(d.regular_amount + d.overtime_amount + d.bonus_amount)::bigint
      from payroll_days(p_class, attendance_zone(p_class), v_terms.rule_id,
        v_terms.rate_micros_per_minute, v_students, v_anchors, p_through) d
      group by d.student_id;
end
$$;

-- As in V0056, and under a rule it and the zone are inputs.
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

-- Computes the run without paying: one line per student of the class, the students to check marked; those
-- who left have one only with something to get. The inputs are known by their hash before any of them is
-- read: what changes in between is noticed when the run is committed.
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
  v_rule uuid;
  v_version bigint;
  v_hash text := payroll_inputs_hash(p_class, p_through);
begin
  select t.rate_micros_per_minute, t.daily_limit_minutes, t.rule_id, t.settings_version
    into v_rate, v_limit, v_rule, v_version
    from payroll_terms(p_class) t;
  insert into payroll_run (school_id, id, class_id, state, through, rate_micros_per_minute,
      daily_limit_minutes, rule_id, settings_version, zone, inputs_hash, line_count, student_count,
      total, seconds, outlier_count, replaces, created_by, created_at)
    values (v_school, p_run, p_class, 'rehearsed', p_through, v_rate, v_limit, v_rule, v_version,
      case when v_rule is not null then v_zone end, v_hash, 0, 0, 0, 0, 0, p_replaces, p_by, p_now);

  if v_rule is null then
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
  else
    perform payroll_rehearse_ruled(p_run);
  end if;

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

-- The lines of a run under a rule, and their days.
create function payroll_rehearse_ruled(p_run uuid) returns void
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_run payroll_run;
  v_students uuid[];
  v_anchors timestamptz[];
begin
  select * into v_run from payroll_run r where r.school_id = v_school and r.id = p_run;
  select array_agg(seat.student_id), array_agg(paid.through) into v_students, v_anchors
    from roster_seat seat
    left join attendance_paid_through paid
      on paid.school_id = seat.school_id and paid.class_id = seat.class_id
         and paid.student_id = seat.student_id
    where seat.school_id = v_school and seat.class_id = v_run.class_id
      and seat.student_id is not null;

  with paid_day as materialized (
    select * from payroll_days(v_run.class_id, v_run.zone, v_run.rule_id,
      v_run.rate_micros_per_minute, v_students, v_anchors, v_run.through)
  ), worth as (
    select d.student_id, sum(d.rounding)::bigint as rounding, sum(d.capped)::bigint as capped,
        sum(d.overtime)::bigint as overtime, sum(d.bonus)::bigint as bonus,
        sum(d.regular_amount + d.overtime_amount + d.bonus_amount)::bigint as amount,
        sum(d.overtime_amount)::bigint as overtime_amount,
        sum(d.bonus_amount)::bigint as bonus_amount
      from paid_day d group by d.student_id
  ), line as (
    insert into payroll_line (school_id, id, run_id, student_id, seconds, rate_micros_per_minute,
        amount, taps, last_tap_id, open_since, limit_at, longest_seconds, anchor_at, anchor_run_id,
        rounding_seconds, capped_seconds, overtime_seconds, bonus_seconds, overtime_amount,
        bonus_amount, notes)
      select v_school, gen_random_uuid(), p_run, seat.student_id, coalesce(u.seconds, 0),
          v_run.rate_micros_per_minute, coalesce(w.amount, 0), coalesce(u.taps, 0), u.last_tap_id,
          u.open_since, u.limit_at, u.longest_seconds, paid.through, paid.pay_run_id,
          coalesce(w.rounding, 0), coalesce(w.capped, 0), coalesce(w.overtime, 0),
          coalesce(w.bonus, 0), coalesce(w.overtime_amount, 0), coalesce(w.bonus_amount, 0),
          array_remove(array[
            case when u.open_since < date_trunc('day', v_run.through, v_run.zone)
              then 'missing_out' end,
            case when u.limit_at is not null then 'limit_out' end,
            case when u.longest_seconds > 14400 then 'long_session' end,
            case when coalesce(u.seconds, 0) = 0 and max(u.seconds) over () > 0
              then 'no_time' end], null)
        from roster_seat seat
        left join attendance_paid_through paid
          on paid.school_id = seat.school_id and paid.class_id = seat.class_id
             and paid.student_id = seat.student_id
        left join attendance_unpaid(v_run.class_id, v_run.through) u
          on u.student_id = seat.student_id
        left join worth w on w.student_id = seat.student_id
        where seat.school_id = v_school and seat.class_id = v_run.class_id
          and seat.student_id is not null and (seat.left_at is null or u.seconds > 0)
      returning id, student_id
  )
  insert into payroll_line_day
    select v_school, line.id, d.day, d.seconds, d.rounding, d.capped, d.overtime, d.bonus,
        d.regular_amount, d.overtime_amount, d.bonus_amount
      from line join paid_day d on d.student_id = line.student_id;
end
$$;

-- As in V0056, and lines under a rule are counted by their days. A line that gave nothing counts too,
-- once its run is paid.
create or replace function payroll_differences(p_class uuid, p_through timestamptz)
  returns table (student_id uuid, line_id uuid, seconds_before bigint, seconds_after bigint,
                 amount_before bigint, amount_after bigint)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  with line as materialized (
    select l.school_id, l.id, l.run_id, l.student_id, l.seconds, l.amount, l.anchor_at,
           l.rate_micros_per_minute, r.through, r.rule_id, r.zone
    from payroll_late_change late
    join roster_seat seat on seat.school_id = late.school_id and seat.class_id = late.class_id
      and seat.student_id = late.student_id
    join payroll_run r on r.school_id = late.school_id and r.class_id = late.class_id
      and r.through >= late.since and r.through <= p_through and r.state = 'paid'
    join payroll_line l on l.school_id = r.school_id and l.run_id = r.id
      and l.student_id = late.student_id and (l.entry_id is not null or l.settled)
    where late.school_id = current_school() and late.class_id = p_class
      and not exists (
        select from ledger_entry back
        where back.school_id = l.school_id and back.reversal_of = l.entry_id)
  ), counted as materialized (
    -- Once for all students who were paid for the same time.
    select same.run_id, t.student_id, t.seconds
    from (
      select run_id, anchor_at, through, array_agg(student_id) as students
      from line where rule_id is null group by run_id, anchor_at, through) same
    cross join lateral attendance_time(p_class, coalesce(same.anchor_at, '-infinity'), same.through,
      false, same.students) t
  ), ruled as materialized (
    select same.run_id, d.student_id, sum(d.seconds)::bigint as seconds,
           sum(d.regular_amount + d.overtime_amount + d.bonus_amount)::bigint as amount
    from (
      select run_id, rule_id, zone, rate_micros_per_minute, through,
             array_agg(student_id order by student_id) as students,
             array_agg(anchor_at order by student_id) as anchors
      from line where rule_id is not null
      group by run_id, rule_id, zone, rate_micros_per_minute, through) same
    cross join lateral payroll_days(p_class, same.zone, same.rule_id, same.rate_micros_per_minute,
      same.students, same.anchors, same.through) d
    group by same.run_id, d.student_id
  )
  select line.student_id, line.id, line.seconds + given.seconds, now.seconds,
         line.amount + given.amount, now.amount
  from line
  left join counted on counted.run_id = line.run_id and counted.student_id = line.student_id
  left join ruled on ruled.run_id = line.run_id and ruled.student_id = line.student_id
  cross join lateral (
    select coalesce(counted.seconds, ruled.seconds, 0) as seconds,
           case when line.rule_id is null
             then payroll_amount(coalesce(counted.seconds, 0), line.rate_micros_per_minute)
             else coalesce(ruled.amount, 0) end as amount) now
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

-- Marks a running run as paid, if everybody is; false when somebody is not. The time of those who got
-- nothing is through as well: what changes there later is worth what it was then.
create function payroll_finish(p_run uuid, p_now timestamptz) returns boolean
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
    where l.school_id = v_school and l.run_id = p_run and l.amount = 0;
  insert into attendance_paid_through (school_id, class_id, student_id, through, pay_run_id)
    select v_school, v_run.class_id, l.student_id, v_run.through, p_run
      from payroll_line l
      where l.school_id = v_school and l.run_id = p_run and l.settled
    on conflict (school_id, class_id, student_id)
      do update set through = excluded.through, pay_run_id = excluded.pay_run_id;
  return true;
end
$$;

-- As in V0051; a run that is not finished stands for the time of everybody in it.
create or replace function payroll_paid_through(p_class uuid)
  returns table (student_id uuid, through timestamptz)
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('payroll ' || p_class, 0));
  return query
    select x.student_id, max(x.through)
      from (
        select p.student_id, p.through from attendance_paid_through p
          where p.school_id = v_school and p.class_id = p_class
        union all
        select l.student_id, r.through from payroll_run r
          join payroll_line l on l.school_id = r.school_id and l.run_id = r.id
          where r.school_id = v_school and r.class_id = p_class
            and r.state in ('running', 'failed')) x
      group by x.student_id;
end
$$;

-- As in V0056, the same.
create or replace function payroll_note_late(p_class uuid, p_student uuid[], p_at timestamptz[])
  returns void
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
              and change.at <= r.through)
    on conflict (school_id, class_id, student_id) do update set since = excluded.since
      where excluded.since < payroll_late_change.since;
end
$$;

-- As in V0056, the same.
create or replace function payroll_limit_at(p_class uuid, p_student uuid, p_at timestamptz)
  returns integer
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select case when paid.id is null then terms.daily_limit_minutes else paid.daily_limit_minutes end
  from payroll_terms(p_class) terms
  left join lateral (
    select r.id, r.daily_limit_minutes from payroll_run r
      join payroll_line l on l.school_id = r.school_id and l.run_id = r.id
      where r.school_id = current_school() and r.class_id = p_class and r.through >= p_at
        and r.state in ('running', 'failed', 'paid') and l.student_id = p_student
        and (l.amount > 0 or l.settled or r.state <> 'paid')
      order by r.through limit 1) paid on true
$$;

-- As in V0056, and lines that gave nothing since are not in the way: their time is open again too.
create or replace function payroll_unpay(p_entries uuid[]) returns text
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_line record;
  v_after record;
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

-- Earlier time of a week that became more or less changes what later time of it is worth.
do $$
declare
  v_is constant text := pg_get_functiondef('payroll_pay_corrections'::regproc);
  v_new text;
begin
  v_new := replace(v_is, 'case when x.difference < 0 then ''Pay to %s corrected: %s:%s:%s less in class''',
    'case when x.seconds = 0 then ''Pay to %s corrected: earlier time of its week or month changed''
            when x.difference < 0 then ''Pay to %s corrected: %s:%s:%s less in class''');
  if v_new = v_is then
    raise exception 'payroll_pay_corrections names differences in another way';
  end if;
  execute v_new;
end
$$;

revoke execute on function payroll_keep_rule(uuid, text, bigint, integer, text, integer, bigint, date,
    date, bigint, bigint, bigint), payroll_terms(uuid),
  attendance_days(uuid, text, uuid[], timestamptz[], timestamptz[], timestamptz),
  payroll_days(uuid, text, uuid, bigint, uuid[], timestamptz[], timestamptz),
  payroll_due(uuid, timestamptz, uuid[]), payroll_rehearse_ruled(uuid), payroll_finish(uuid, timestamptz)
  from public;
grant execute on function payroll_keep_rule(uuid, text, bigint, integer, text, integer, bigint, date,
    date, bigint, bigint, bigint), payroll_terms(uuid),
  attendance_days(uuid, text, uuid[], timestamptz[], timestamptz[], timestamptz),
  payroll_days(uuid, text, uuid, bigint, uuid[], timestamptz[], timestamptz),
  payroll_due(uuid, timestamptz, uuid[]), payroll_rehearse_ruled(uuid), payroll_finish(uuid, timestamptz)
  to homeroom_app;
