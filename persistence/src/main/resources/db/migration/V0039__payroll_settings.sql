-- What a class pays for time, and the one rounding rule from seconds to tokens. It comes before taps
-- because the daily limit closes sessions (domain/economy.md 4.4).

-- A class without a row pays by the defaults below.
create table payroll_settings (
  school_id uuid not null,
  class_id uuid not null,
  rate_micros_per_minute bigint not null default 250000
    constraint ck_payroll_settings_rate_in_reason
      check (rate_micros_per_minute between 0 and 1000000000),
  daily_limit_minutes integer
    constraint ck_payroll_settings_limit_within_a_day check (daily_limit_minutes between 1 and 1440),
  frequency_days integer not null default 14
    constraint ck_payroll_settings_frequency_in_reason check (frequency_days between 1 and 366),
  first_pay_date date,
  version bigint not null default 1,
  primary key (school_id, class_id),
  foreign key (school_id, class_id) references roster_class
);

-- Seconds at a rate in millionths of a token per minute, in hundredths of a token, half away from
-- zero (domain/economy.md 5.1): 1800 s at 250000 are 750. No search path of its own, because it
-- reads no table and would not be inlined with one.
create function payroll_amount(seconds bigint, rate_micros bigint) returns bigint
  language sql immutable parallel safe
  return sign(seconds)::bigint * ((abs(seconds) * rate_micros + 300000) / 600000);

select tenant_table('payroll_settings', 'select, insert, update');
grant execute on function payroll_amount(bigint, bigint) to homeroom_app;
