-- Bank runs that stand still are found as pay runs are (V0053), by one function for both.

create function run_worked() returns trigger
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
begin
  new.worked_at := clock_timestamp();
  return new;
end
$$;

drop trigger tr_payroll_run_worked on payroll_run;
drop function payroll_run_worked();
create trigger tr_payroll_run_worked before update on payroll_run
  for each row execute function run_worked();

alter table banking_run add column worked_at timestamptz not null default now();
create trigger tr_banking_run_worked before update on banking_run
  for each row execute function run_worked();
