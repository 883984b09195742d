-- When all classes of a school are paid by themselves, or, in the district's own tenant, those of all
-- schools (domain/economy.md 5.2, 18).

create table payroll_schedule (
  school_id uuid primary key references tenancy_school,
  frequency_days integer not null
    constraint ck_payroll_schedule_frequency_in_reason check (frequency_days between 1 and 366),
  first_pay_date date,
  -- In each class's zone; null: switched off.
  pays_at time,
  -- Whether it holds for those too that have pay days of their own.
  overrules boolean not null,
  -- When the pay days were set; those before are left alone.
  since timestamptz not null,
  version bigint not null default 1,
  constraint ck_payroll_schedule_pays_from_a_first_day
    check (pays_at is null or first_pay_date is not null)
);
select tenant_table('payroll_schedule', 'select, insert, update');

-- Which calendar a pay day is of, and what keeps it waiting or left it out.
alter table payroll_pay_day
  add column source text not null default 'class' check (source in ('class', 'school', 'district')),
  add column note text check (note in ('own_days', 'unfinished', 'changing', 'failed')),
  drop constraint payroll_pay_day_outcome_check,
  add constraint ck_payroll_pay_day_outcome check (outcome in ('started', 'empty', 'skipped')),
  drop constraint ck_payroll_pay_day_run_of_its_own,
  add constraint ck_payroll_pay_day_run_of_its_own
    check ((run_id is not null) = (coalesce(outcome, 'skipped') <> 'skipped'));
create index ix_payroll_pay_day_due on payroll_pay_day (school_id, due_at desc);
