-- For how many hours a week a class is expected is one of the simple settings of pay (domain/economy.md
-- 5.1). It is never paid by; what a week's income is (11.1), and so which loans are too large, is reckoned
-- with it. Until now it stood among the rules of lending.

alter table payroll_settings add column expected_weekly_minutes integer not null default 300
  constraint ck_payroll_settings_expected_week check (expected_weekly_minutes between 15 and 4800);

-- The owner has no rows of any school while row-level security is forced on it.
alter table payroll_settings no force row level security;
alter table banking_lending no force row level security;
insert into payroll_settings as s (school_id, class_id, expected_weekly_minutes)
  select l.school_id, l.class_id, l.expected_weekly_minutes from banking_lending l
    where l.expected_weekly_minutes <> 300
  on conflict (school_id, class_id) do update
    set expected_weekly_minutes = excluded.expected_weekly_minutes, version = s.version + 1;
alter table payroll_settings force row level security;
alter table banking_lending force row level security;
alter table banking_lending drop column expected_weekly_minutes;

-- In minutes; those of a class that never set anything.
create function payroll_expected_week(p_class uuid) returns integer
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select coalesce((select s.expected_weekly_minutes from payroll_settings s
    where s.school_id = current_school() and s.class_id = p_class), 300)
$$;

-- As in V0110, without the expected week.
create or replace function banking_lending_terms(p_class uuid) returns banking_lending
  language plpgsql stable
  set search_path = homeroom, pg_temp
as $$
declare
  v_terms banking_lending;
begin
  select * into v_terms from banking_lending l
    where l.school_id = current_school() and l.class_id = p_class;
  if not found then
    v_terms := row(current_school(), p_class, false, 0, 0, 0)::banking_lending;
  end if;
  return v_terms;
end
$$;

create or replace function banking_weekly_income(p_class uuid) returns bigint
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select payroll_amount(payroll_expected_week(p_class) * 60::bigint,
      coalesce((select s.rate_micros_per_minute from payroll_settings s
        where s.school_id = current_school() and s.class_id = p_class), 250000))
$$;

grant execute on function payroll_expected_week(uuid) to homeroom_app;
