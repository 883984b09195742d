-- Loans and certificates of deposit (domain/economy.md 11.2). What a student owes stands below zero on an
-- account of kind loan, what is locked on one of kind certificate; both are opened with the first of
-- their kind. Amounts are minor units, rates millionths of a year, days those of the class's zone.

-- A class without a row lends nothing.
create table banking_lending (
  school_id uuid not null,
  class_id uuid not null,
  loans boolean not null default false,
  -- Loans up to this are paid out without being asked for twice; 0 for none.
  approves_up_to bigint not null default 0 check (approves_up_to between 0 and 100000000),
  -- What a week's income is reckoned with (11.1), never pay.
  expected_weekly_minutes integer not null default 300
    check (expected_weekly_minutes between 15 and 4800),
  -- Certificates pay their product's rate on top.
  inflation_micros bigint not null default 0 check (inflation_micros between 0 and 100000),
  version bigint not null default 1,
  primary key (school_id, class_id),
  foreign key (school_id, class_id) references roster_class
);
select tenant_table('banking_lending', 'select, insert, update');

-- What the bank of a class offers.
create table banking_product (
  school_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  kind text not null check (kind in ('loan', 'certificate')),
  title text not null check (length(title) between 1 and 100),
  -- Of a loan the rate of a year, of a certificate what it pays above inflation.
  rate_micros bigint not null,
  weeks integer not null,
  -- The most that one may borrow or lock at once.
  most bigint not null check (most between 1 and 100000000),
  -- What a student loses of a certificate that ends early; null when it cannot.
  penalty_micros bigint check (penalty_micros between 0 and 200000),
  active boolean not null default true,
  version bigint not null default 1,
  primary key (school_id, id),
  foreign key (school_id, class_id) references roster_class,
  constraint ck_banking_product_in_its_band check (case kind
    when 'loan' then rate_micros between 80000 and 500000 and weeks between 1 and 52
      and penalty_micros is null
    else rate_micros between 10000 and 30000 and weeks between 1 and 104 end)
);
create index ix_banking_product_class on banking_product (school_id, class_id, kind, title);
select tenant_table('banking_product', 'select, insert, update');

create table banking_loan (
  school_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  student_id uuid not null,
  product_id uuid not null,
  title text not null,
  amount bigint not null check (amount > 0),
  rate_micros bigint not null,
  weeks integer not null,
  purpose text not null check (length(purpose) between 1 and 200),
  state text not null check (state in
    ('asked', 'refused', 'running', 'repaid', 'written_off', 'taken_back')),
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  reason text check (length(reason) between 1 and 200),
  -- What paid it out.
  entry_id uuid,
  ended_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, class_id) references roster_class,
  foreign key (school_id, product_id) references banking_product
);
create index ix_banking_loan_class on banking_loan (school_id, class_id, asked_at desc);
create index ix_banking_loan_entry on banking_loan (school_id, entry_id) where entry_id is not null;
create unique index ux_banking_loan_one_wish on banking_loan (school_id, class_id, student_id)
  where state = 'asked';
select tenant_table('banking_loan', 'select, insert, update');

create table banking_instalment (
  school_id uuid not null,
  id uuid not null,
  loan_id uuid not null,
  number integer not null check (number > 0),
  due_on date not null,
  principal bigint not null check (principal > 0),
  interest bigint not null check (interest >= 0),
  state text not null default 'due' check (state in ('due', 'paid', 'saved', 'forgiven')),
  -- Paid by, or paid off or written off with.
  entry_id uuid,
  -- The newest run that found too little to take it; gone when it is paid.
  missed_by uuid,
  primary key (school_id, id),
  constraint ux_banking_instalment_number unique (school_id, loan_id, number),
  foreign key (school_id, loan_id) references banking_loan,
  constraint ck_banking_instalment_settled check ((state = 'due') = (entry_id is null))
);
create index ix_banking_instalment_due on banking_instalment (school_id, due_on) where state = 'due';
create index ix_banking_instalment_entry on banking_instalment (school_id, entry_id)
  where entry_id is not null;
select tenant_table('banking_instalment', 'select, insert, update');

create table banking_certificate (
  school_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  student_id uuid not null,
  product_id uuid not null,
  title text not null,
  amount bigint not null check (amount > 0),
  -- Of a year, inflation included.
  rate_micros bigint not null,
  weeks integer not null,
  interest bigint not null check (interest >= 0),
  -- What ending it early costs; null when it cannot.
  penalty bigint check (penalty between 0 and amount),
  opened_at timestamptz not null,
  matures_on date not null,
  state text not null check (state in ('open', 'matured', 'ended', 'taken_back')),
  entry_id uuid not null,
  end_entry_id uuid,
  ended_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, class_id) references roster_class,
  foreign key (school_id, product_id) references banking_product
);
create index ix_banking_certificate_class on banking_certificate (school_id, class_id, opened_at desc);
create index ix_banking_certificate_entry on banking_certificate (school_id, entry_id);
create index ix_banking_certificate_end on banking_certificate (school_id, end_entry_id)
  where end_entry_id is not null;
select tenant_table('banking_certificate', 'select, insert, update');

-- The class's rules of lending, or those of a class that never set any; their version is 0.
create function banking_lending_terms(p_class uuid) returns banking_lending
  language plpgsql stable
  set search_path = homeroom, pg_temp
as $$
declare
  v_terms banking_lending;
begin
  select * into v_terms from banking_lending l
    where l.school_id = current_school() and l.class_id = p_class;
  if not found then
    v_terms := row(current_school(), p_class, false, 0, 300, 0, 0)::banking_lending;
  end if;
  return v_terms;
end
$$;

-- What a student earns in a week of perfect attendance (11.1).
create function banking_weekly_income(p_class uuid) returns bigint
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select payroll_amount(l.expected_weekly_minutes * 60::bigint,
      coalesce((select s.rate_micros_per_minute from payroll_settings s
        where s.school_id = current_school() and s.class_id = p_class), 250000))
    from banking_lending_terms(p_class) l
$$;

-- The weekly instalments of a loan: an annuity whose last one takes the rounding.
create function banking_schedule(p_amount bigint, p_rate_micros bigint, p_weeks integer)
  returns table (number integer, principal bigint, interest bigint)
  language plpgsql immutable
  set search_path = homeroom, pg_temp
as $$
declare
  v_rate numeric := p_rate_micros::numeric / 1000000 / 52;
  v_each bigint := round(p_amount * v_rate / (1 - power(1 + v_rate, -p_weeks)));
  v_owed bigint := p_amount;
begin
  for k in 1 .. p_weeks loop
    exit when v_owed = 0;
    number := k;
    interest := round(v_owed * v_rate);
    principal := case when k = p_weeks then v_owed
      else greatest(1, least(v_owed, v_each - interest)) end;
    v_owed := v_owed - principal;
    return next;
  end loop;
end
$$;

-- Since when a student has owed more in the class than they have; null when they do not.
create function banking_negative_since(p_class uuid, p_student uuid) returns timestamptz
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select case when max(x.net) filter (where x.newest) < 0
      then min(x.recorded_at) filter (where x.seq > coalesce(x.last_good, 0)) end
    from (
      select s.*, max(s.seq) filter (where s.net >= 0) over () as last_good,
          s.seq = max(s.seq) over () as newest
        from (
          select e.seq, e.recorded_at, sum(sum(p.amount)) over (order by e.seq) as net
            from ledger_account a
            join ledger_posting p on p.school_id = a.school_id and p.account_id = a.id
            join ledger_entry e
              on e.school_id = p.school_id and e.book_id = p.book_id and e.id = p.entry_id
            where a.school_id = current_school() and a.book_id = p_class and a.owner_id = p_student
              and p.account_version is not null
            group by e.seq, e.recorded_at) s) x
$$;

-- What a loan would cost, and what speaks against it.
create function banking_loan_quote(p_class uuid, p_student uuid, p_amount bigint,
    p_rate_micros bigint, p_weeks integer)
  returns table (instalment bigint, interest bigint, income bigint, others bigint,
    negative_since timestamptz, cycle_days integer)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select s.largest, s.interest, banking_weekly_income(p_class), o.others,
      banking_negative_since(p_class, p_student),
      coalesce((select w.frequency_days from payroll_settings w
        where w.school_id = current_school() and w.class_id = p_class), 14)
    from (select max(x.principal + x.interest) as largest, sum(x.interest)::bigint as interest
      from banking_schedule(p_amount, p_rate_micros, p_weeks) x) s
    cross join (
      select coalesce(sum(x.largest), 0)::bigint as others
        from (
          select max(i.principal + i.interest) as largest
            from banking_loan l
            join banking_instalment i on i.school_id = l.school_id and i.loan_id = l.id
            where l.school_id = current_school() and l.class_id = p_class
              and l.student_id = p_student and l.state = 'running' and i.state = 'due'
            group by l.id) x) o
$$;

-- The account of that kind in the class's book, opened when it is missing. A loan's may be below zero.
create function banking_account(p_class uuid, p_kind text, p_owner uuid) returns uuid
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
begin
  insert into ledger_account (school_id, id, book_id, class_id, kind, owner_id, tracked, allow_negative)
    select current_school(), ledger_next_id(), p_class, p_class, p_kind, p_owner, p_owner is not null,
        p_owner is null or p_kind = 'loan'
      where not exists (select from ledger_account a where a.school_id = current_school()
        and a.book_id = p_class and a.kind = p_kind and a.owner_id is not distinct from p_owner)
    on conflict do nothing;
  return (select a.id from ledger_account a where a.school_id = current_school()
    and a.book_id = p_class and a.kind = p_kind and a.owner_id is not distinct from p_owner);
end
$$;

-- Holds all accounts of these students in the class, in the order in which everybody does.
create function banking_hold_accounts(p_class uuid, p_students uuid[]) returns void
  language sql
  set search_path = homeroom, pg_temp
as $$
  with held as (
    select a.id from ledger_account a
      where a.school_id = current_school() and a.book_id = p_class and a.owner_id = any (p_students)
      order by a.id for no key update)
  select from held
$$;

-- What a student may spend of an account in the class; the caller holds it.
create function banking_available(p_class uuid, p_kind text, p_student uuid) returns bigint
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select a.balance - ledger_held(a.id) from ledger_account a
    where a.school_id = current_school() and a.book_id = p_class and a.kind = p_kind
      and a.owner_id = p_student
$$;

-- One entry of the accounts of a student and the class; lines of nothing are left out.
create function banking_post(p_class uuid, p_key text, p_kind text, p_text text, p_cause_type text,
    p_cause uuid, p_actor uuid, p_account uuid[], p_amount bigint[]) returns uuid
  language sql
  set search_path = homeroom, pg_temp
as $$
  select p.entry_id
    from (select array_agg(x.account order by x.no) as accounts, array_agg(x.amount order by x.no) as amounts,
        array_agg(1 order by x.no) as entries
      from unnest(p_account, p_amount) with ordinality x (account, amount, no)
      where x.amount <> 0) s
    cross join lateral ledger_post(array[p_class], array[p_key], array[p_kind], array[left(p_text, 255)],
      array[p_cause_type], array[p_cause], array[p_actor], array[null::uuid], s.entries, s.accounts,
      s.amounts) p
    limit 1
$$;

-- Pays a loan out that was asked for; false when it was decided meanwhile.
create function banking_loan_pay_out(p_loan uuid, p_by uuid, p_reason text, p_today date,
    p_now timestamptz) returns boolean
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_loan banking_loan;
  v_debt uuid;
  v_entry uuid;
begin
  select * into v_loan from banking_loan l where l.school_id = v_school and l.id = p_loan;
  v_debt := banking_account(v_loan.class_id, 'loan', v_loan.student_id);
  perform banking_hold_accounts(v_loan.class_id, array[v_loan.student_id]);
  select * into v_loan from banking_loan l where l.school_id = v_school and l.id = p_loan for update;
  if v_loan.state <> 'asked' then
    return false;
  end if;
  v_entry := banking_post(v_loan.class_id, 'loan:' || p_loan, 'loan', format('Loan: %s', v_loan.title),
    'loan', p_loan, p_by,
    array[banking_account(v_loan.class_id, 'checking', v_loan.student_id), v_debt],
    array[v_loan.amount, -v_loan.amount]);
  insert into banking_instalment (school_id, id, loan_id, number, due_on, principal, interest)
    select v_school, gen_random_uuid(), p_loan, s.number, p_today + 7 * s.number, s.principal, s.interest
      from banking_schedule(v_loan.amount, v_loan.rate_micros, v_loan.weeks) s;
  update banking_loan l
    set state = 'running', decided_by = p_by, decided_at = p_now, reason = p_reason, entry_id = v_entry
    where l.school_id = v_school and l.id = p_loan;
  return true;
end
$$;

-- Takes one instalment from checking: posted, short, or gone when it is not due any more. The caller
-- holds the student's accounts.
create function banking_instalment_pay(p_instalment uuid, p_key text, p_text text, p_by uuid,
    p_now timestamptz, out outcome text, out entry uuid)
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_loan banking_loan;
  v_due banking_instalment;
begin
  select i.* into v_due from banking_instalment i where i.school_id = v_school and i.id = p_instalment;
  select * into v_loan from banking_loan l
    where l.school_id = v_school and l.id = v_due.loan_id for update;
  select i.* into v_due from banking_instalment i where i.school_id = v_school and i.id = p_instalment;
  if v_due.state <> 'due' or v_loan.state <> 'running' then
    outcome := 'gone';
    return;
  elsif banking_available(v_loan.class_id, 'checking', v_loan.student_id)
      < v_due.principal + v_due.interest then
    outcome := 'short';
    return;
  end if;
  entry := banking_post(v_loan.class_id, p_key, 'loan_payment', p_text, 'loan', v_loan.id, p_by,
    array[banking_account(v_loan.class_id, 'checking', v_loan.student_id),
      banking_account(v_loan.class_id, 'loan', v_loan.student_id),
      banking_account(v_loan.class_id, 'loan_interest', null)],
    array[-v_due.principal - v_due.interest, v_due.principal, v_due.interest]);
  update banking_instalment i set state = 'paid', entry_id = entry, missed_by = null
    where i.school_id = v_school and i.id = p_instalment;
  if not exists (select from banking_instalment i
      where i.school_id = v_school and i.loan_id = v_loan.id and i.state = 'due') then
    update banking_loan l set state = 'repaid', ended_at = p_now
      where l.school_id = v_school and l.id = v_loan.id;
  end if;
  outcome := 'posted';
end
$$;

-- What is still owed of a loan on a day: the principal, and the interest of weeks that have come.
create function banking_loan_owed(p_loan uuid, p_today date, out principal bigint, out interest bigint)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select coalesce(sum(i.principal), 0)::bigint,
      coalesce(sum(i.interest) filter (where i.due_on <= p_today), 0)::bigint
    from banking_instalment i
    where i.school_id = current_school() and i.loan_id = p_loan and i.state = 'due'
$$;

-- Ends a running loan, paid off out of checking or written off with a reason. Answers posted, short
-- with what there is, or ended.
create function banking_loan_end(p_loan uuid, p_write_off boolean, p_reason text, p_by uuid,
    p_today date, p_now timestamptz, out outcome text, out entry uuid, out amount bigint,
    out holds bigint)
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_loan banking_loan;
  v_principal bigint;
  v_interest bigint;
begin
  select * into v_loan from banking_loan l where l.school_id = v_school and l.id = p_loan;
  perform banking_hold_accounts(v_loan.class_id, array[v_loan.student_id]);
  select * into v_loan from banking_loan l where l.school_id = v_school and l.id = p_loan for update;
  if v_loan.state <> 'running' then
    outcome := 'ended';
    return;
  end if;
  select o.principal, o.interest into v_principal, v_interest from banking_loan_owed(p_loan, p_today) o;
  amount := v_principal + case when p_write_off then 0 else v_interest end;
  holds := banking_available(v_loan.class_id, 'checking', v_loan.student_id);
  if p_write_off then
    entry := banking_post(v_loan.class_id, 'loan-write-off:' || p_loan || ':' || p_now, 'loan_write_off',
      format('Written off: %s', p_reason), 'loan', p_loan, p_by,
      array[banking_account(v_loan.class_id, 'loan', v_loan.student_id),
        banking_account(v_loan.class_id, 'loan_loss', null)],
      array[v_principal, -v_principal]);
  elsif holds < amount then
    outcome := 'short';
    return;
  else
    entry := banking_post(v_loan.class_id, 'loan-payoff:' || p_loan || ':' || p_now, 'loan_payoff',
      format('Loan paid off: %s', v_loan.title), 'loan', p_loan, p_by,
      array[banking_account(v_loan.class_id, 'checking', v_loan.student_id),
        banking_account(v_loan.class_id, 'loan', v_loan.student_id),
        banking_account(v_loan.class_id, 'loan_interest', null)],
      array[-amount, v_principal, v_interest]);
  end if;
  update banking_instalment i
    set entry_id = entry, missed_by = null, state = case
      when p_write_off then 'forgiven' when i.due_on <= p_today then 'paid' else 'saved' end
    where i.school_id = v_school and i.loan_id = p_loan and i.state = 'due';
  update banking_loan l
    set state = case when p_write_off then 'written_off' else 'repaid' end, ended_at = p_now,
      reason = coalesce(p_reason, l.reason)
    where l.school_id = v_school and l.id = p_loan;
  outcome := 'posted';
end
$$;

-- Locks savings under a product: posted, or short with what there is.
create function banking_certificate_open(p_id uuid, p_student uuid, p_product uuid, p_amount bigint,
    p_today date, p_now timestamptz, out outcome text, out holds bigint)
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_product banking_product;
  v_rate bigint;
  v_locked uuid;
  v_entry uuid;
begin
  select * into v_product from banking_product p where p.school_id = v_school and p.id = p_product;
  select v_product.rate_micros + l.inflation_micros into v_rate
    from banking_lending_terms(v_product.class_id) l;
  v_locked := banking_account(v_product.class_id, 'certificate', p_student);
  perform banking_hold_accounts(v_product.class_id, array[p_student]);
  outcome := 'posted';
  if exists (select from banking_certificate c where c.school_id = v_school and c.id = p_id) then
    return;
  end if;
  holds := banking_available(v_product.class_id, 'savings', p_student);
  if holds < p_amount then
    outcome := 'short';
    return;
  end if;
  v_entry := banking_post(v_product.class_id, 'certificate:' || p_id, 'certificate',
    format('Locked: %s', v_product.title), 'certificate', p_id, p_student,
    array[banking_account(v_product.class_id, 'savings', p_student), v_locked],
    array[-p_amount, p_amount]);
  insert into banking_certificate (school_id, id, class_id, student_id, product_id, title, amount,
      rate_micros, weeks, interest, penalty, opened_at, matures_on, state, entry_id)
    values (v_school, p_id, v_product.class_id, p_student, p_product, v_product.title, p_amount, v_rate,
      v_product.weeks, round(p_amount::numeric * v_rate * v_product.weeks / 52 / 1000000),
      round(p_amount::numeric * v_product.penalty_micros / 1000000), p_now,
      p_today + 7 * v_product.weeks, 'open', v_entry);
end
$$;

-- Pays a certificate out to savings, matured with its interest or early less its penalty: posted, or
-- gone when it is not open any more.
create function banking_certificate_end(p_certificate uuid, p_early boolean, p_key text, p_by uuid,
    p_now timestamptz, out outcome text, out entry uuid, out amount bigint)
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_one banking_certificate;
  v_gain bigint;
begin
  select * into v_one from banking_certificate c
    where c.school_id = v_school and c.id = p_certificate;
  perform banking_hold_accounts(v_one.class_id, array[v_one.student_id]);
  select * into v_one from banking_certificate c
    where c.school_id = v_school and c.id = p_certificate for update;
  if v_one.state <> 'open' then
    outcome := 'gone';
    return;
  end if;
  v_gain := case when p_early then -v_one.penalty else v_one.interest end;
  amount := v_one.amount + v_gain;
  entry := banking_post(v_one.class_id, p_key,
    case when p_early then 'certificate_early' else 'certificate_end' end,
    format(case when p_early then 'Ended early: %s' else 'Matured: %s' end, v_one.title),
    'certificate', p_certificate, p_by,
    array[banking_account(v_one.class_id, 'certificate', v_one.student_id),
      banking_account(v_one.class_id, 'savings', v_one.student_id),
      banking_account(v_one.class_id, 'certificate_interest', null)],
    array[-v_one.amount, amount, -v_gain]);
  update banking_certificate c
    set state = case when p_early then 'ended' else 'matured' end, end_entry_id = entry,
      ended_at = p_now
    where c.school_id = v_school and c.id = p_certificate;
  outcome := 'posted';
end
$$;

-- Undoes what hangs on entries that are about to be taken back: what they paid is due again, what they
-- ended goes on, what they began is taken back. Answers false when something was paid since on what
-- would be taken back.
create function banking_untie(p_entries uuid[]) returns boolean
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_loans uuid[];
begin
  with undone as (
    update banking_instalment i set state = 'due', entry_id = null
      where i.school_id = v_school and i.entry_id = any (p_entries)
      returning i.loan_id)
  select coalesce(array_agg(distinct undone.loan_id), '{}') into v_loans from undone;
  update banking_loan l set state = 'running', ended_at = null
    where l.school_id = v_school and l.id = any (v_loans) and l.state in ('repaid', 'written_off');
  update banking_certificate c set state = 'open', end_entry_id = null, ended_at = null
    where c.school_id = v_school and c.end_entry_id = any (p_entries);
  if exists (select from banking_loan l
        join banking_instalment i on i.school_id = l.school_id and i.loan_id = l.id
        where l.school_id = v_school and l.entry_id = any (p_entries) and i.state <> 'due')
      or exists (select from banking_certificate c
        where c.school_id = v_school and c.entry_id = any (p_entries) and c.state <> 'open') then
    return false;
  end if;
  update banking_loan l set state = 'taken_back', ended_at = now()
    where l.school_id = v_school and l.entry_id = any (p_entries) and l.state = 'running';
  update banking_certificate c set state = 'taken_back', ended_at = now()
    where c.school_id = v_school and c.entry_id = any (p_entries) and c.state = 'open';
  return true;
end
$$;

grant execute on function banking_lending_terms(uuid), banking_weekly_income(uuid),
  banking_schedule(bigint, bigint, integer), banking_negative_since(uuid, uuid),
  banking_loan_quote(uuid, uuid, bigint, bigint, integer), banking_account(uuid, text, uuid),
  banking_hold_accounts(uuid, uuid[]), banking_available(uuid, text, uuid),
  banking_post(uuid, text, text, text, text, uuid, uuid, uuid[], bigint[]),
  banking_loan_pay_out(uuid, uuid, text, date, timestamptz),
  banking_instalment_pay(uuid, text, text, uuid, timestamptz), banking_loan_owed(uuid, date),
  banking_loan_end(uuid, boolean, text, uuid, date, timestamptz),
  banking_certificate_open(uuid, uuid, uuid, bigint, date, timestamptz),
  banking_certificate_end(uuid, boolean, text, uuid, timestamptz), banking_untie(uuid[])
  to homeroom_app;
