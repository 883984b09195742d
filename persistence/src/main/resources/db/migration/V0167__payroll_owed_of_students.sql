-- What is owed for marks and for earlier time can be asked for some students of a class alone: whoever
-- taps looks at one. Otherwise as in V0155 and V0100.

create index ix_attendance_mark_student
  on attendance_mark (school_id, class_id, student_id, day, turn);

drop function payroll_mark_differences(uuid, timestamptz);
create function payroll_mark_differences(p_class uuid, p_through timestamptz,
    p_students uuid[] default null)
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
  v_students uuid[];
begin
  if v_first is null then
    return;
  end if;
  v_zone := attendance_zone(p_class);
  v_students := coalesce(p_students, array(
    select seat.student_id from roster_seat seat
    where seat.school_id = v_school and seat.class_id = p_class and seat.student_id is not null));
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
        and m.student_id = any (v_students)
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
        where r.school_id = v_school and r.class_id = p_class
          and c.student_id = any (v_students) and not exists (
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

drop function payroll_differences(uuid, timestamptz);
create function payroll_differences(p_class uuid, p_through timestamptz,
    p_students uuid[] default null)
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
      and (p_students is null or late.student_id = any (p_students))
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

revoke execute on function payroll_mark_differences(uuid, timestamptz, uuid[]),
  payroll_differences(uuid, timestamptz, uuid[]) from public;
grant execute on function payroll_mark_differences(uuid, timestamptz, uuid[]),
  payroll_differences(uuid, timestamptz, uuid[]) to homeroom_app;
