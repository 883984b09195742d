-- Since when a class pays by its rate, daily limit and rule: a row for each version of the settings that
-- changed one of them. Without a row for a version or one before it, they are older than this table.
create table payroll_terms_since (
  school_id uuid not null,
  class_id uuid not null,
  version bigint not null,
  since timestamptz not null default now(),
  primary key (school_id, class_id, version),
  foreign key (school_id, class_id) references roster_class
);
select tenant_table('payroll_terms_since', 'select, insert');

create function payroll_terms_changed() returns trigger
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
begin
  insert into payroll_terms_since (school_id, class_id, version)
    values (new.school_id, new.class_id, new.version)
    on conflict do nothing;
  return null;
end
$$;

create trigger tr_payroll_terms_set after insert on payroll_settings
  for each row execute function payroll_terms_changed();
create trigger tr_payroll_terms_changed after update on payroll_settings
  for each row when (
    (new.rate_micros_per_minute, new.daily_limit_minutes, new.rule_id)
      is distinct from (old.rate_micros_per_minute, old.daily_limit_minutes, old.rule_id))
  execute function payroll_terms_changed();
