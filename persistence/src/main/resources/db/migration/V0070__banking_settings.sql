-- What a class's bank does beside keeping money (domain/economy.md 6): interest, overdrafts, transfers
-- between students. A class without a row pays no interest, lets nobody overdraw and lets nobody send
-- money to others: the column defaults below are that class. Amounts are minor units, rates millionths.

create table banking_settings (
  school_id uuid not null,
  class_id uuid not null,
  -- 45000 is 4.5 %, a year or a month.
  rate_micros bigint not null default 0 check (rate_micros between 0 and 1000000),
  rate_per text not null default 'year' check (rate_per in ('year', 'month')),
  method text not null default 'compound' check (method in ('simple', 'compound')),
  compounding text not null default 'monthly' check (compounding in ('daily', 'weekly', 'monthly')),
  -- A period is 7 or 30 days.
  payout text not null default 'monthly' check (payout in ('weekly', 'monthly')),
  -- Where the first period begins; null for the day the class was opened.
  first_day date,
  overdraft_protection boolean not null default false,
  overdraft_fees boolean not null default false,
  -- How far below zero an account may go, fee included, while fees are on.
  overdraft_limit bigint not null default 5000 check (overdraft_limit between 0 and 100000000),
  fee_kind text not null default 'flat' check (fee_kind in ('flat', 'progressive')),
  -- The fee, or that of the first, second and every later overdraft of a calendar month in UTC.
  fee_first bigint not null default 500 check (fee_first between 0 and 100000000),
  fee_second bigint not null default 1000 check (fee_second between 0 and 100000000),
  fee_later bigint not null default 1500 check (fee_later between 0 and 100000000),
  -- The most fees of a month; null for no limit.
  fee_month_cap bigint check (fee_month_cap between 0 and 100000000),
  transfers_allowed boolean not null default false,
  -- The most a student may send to others in a day of the class's zone.
  transfer_day_limit bigint not null default 2000 check (transfer_day_limit between 1 and 100000000),
  version bigint not null default 1,
  primary key (school_id, class_id),
  foreign key (school_id, class_id) references roster_class
);
select tenant_table('banking_settings', 'select, insert, update');

-- The class's settings, or the defaults of a class that never set any; their version is 0.
create function banking_terms(p_class uuid) returns banking_settings
  language plpgsql stable
  set search_path = homeroom, pg_temp
as $$
declare
  v_terms banking_settings;
begin
  select * into v_terms from banking_settings s
    where s.school_id = current_school() and s.class_id = p_class;
  if not found then
    v_terms := row(current_school(), p_class, 0, 'year', 'compound', 'monthly', 'monthly', null, false,
      false, 5000, 'flat', 500, 1000, 1500, null, false, 2000, 0)::banking_settings;
  end if;
  return v_terms;
end
$$;
grant execute on function banking_terms(uuid) to homeroom_app;
