-- Classes that are paid by themselves on their pay days (domain/economy.md 5.2).

alter table payroll_settings
  -- In the class's zone; null: paid by hand.
  add column pays_at time,
  -- When the pay days were set; those before are left alone.
  add column pays_since timestamptz,
  add constraint ck_payroll_settings_pays_from_a_first_day
    check (pays_at is null or (first_pay_date is not null and pays_since is not null));

-- A pay day that was taken in hand. One whose outcome is missing is taken again after a while, because
-- whoever had it may be gone.
create table payroll_pay_day (
  school_id uuid not null,
  class_id uuid not null,
  due_at timestamptz not null,
  taken_at timestamptz not null,
  outcome text check (outcome in ('started', 'empty')),
  run_id uuid,
  primary key (school_id, class_id, due_at),
  foreign key (school_id, class_id) references roster_class (school_id, id),
  constraint ck_payroll_pay_day_run_of_its_own check ((outcome is null) = (run_id is null))
);

select tenant_table('payroll_pay_day', 'select, insert, update');
