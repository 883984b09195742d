-- Closed periods: from the close on, nothing is dated before the day after, and the balances that the
-- period ended with are kept. An entry is dated by the moment it is recorded, so that only a transaction
-- older than the close, or somebody with the tables in hand, could try. What is wrong inside a closed
-- period is corrected in the open one by an entry that names it (docs/decisions/0011).

create table ledger_closed_period (
  school_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  -- The last day, in the zone, and the instant at which the next one begins.
  through date not null,
  zone text not null,
  until timestamptz not null,
  -- The book's entries before that instant, and the last of their seals.
  entries bigint not null,
  position bigint,
  seal bytea,
  -- Of the closing balances and of all above.
  digest bytea not null,
  closed_by uuid not null,
  closed_at timestamptz not null default now(),
  reopened_by uuid,
  reopened_at timestamptz,
  reopen_reason text check (length(reopen_reason) between 1 and 255),
  primary key (school_id, id),
  constraint fk_ledger_closed_period_book foreign key (school_id, book_id)
    references ledger_book (school_id, id),
  constraint ck_ledger_closed_period_reopened check (
    (reopened_by is null) = (reopened_at is null)
    and (reopen_reason is null) = (reopened_at is null))
);
create index ix_ledger_closed_period_until
  on ledger_closed_period (school_id, book_id, until desc) where reopened_at is null;

create table ledger_closing_balance (
  school_id uuid not null,
  period_id uuid not null,
  account_id uuid not null,
  balance bigint not null,
  primary key (school_id, period_id, account_id),
  constraint fk_ledger_closing_balance_period foreign key (school_id, period_id)
    references ledger_closed_period (school_id, id) deferrable,
  constraint fk_ledger_closing_balance_account foreign key (school_id, account_id)
    references ledger_account (school_id, id)
);

-- Which closed period an entry of the open one corrects.
create table ledger_correction (
  school_id uuid not null,
  entry_id uuid not null,
  period_id uuid not null,
  primary key (school_id, entry_id),
  constraint fk_ledger_correction_period foreign key (school_id, period_id)
    references ledger_closed_period (school_id, id)
);

select tenant_table('ledger_closed_period', 'select, insert');
grant update (reopened_by, reopened_at, reopen_reason) on ledger_closed_period to homeroom_app;
select tenant_table('ledger_closing_balance', 'select, insert');
select tenant_table('ledger_correction', 'select, insert');
create trigger append_only before update or delete or truncate on ledger_closing_balance
  for each statement execute function ledger_refuse_change();
create trigger append_only before update or delete or truncate on ledger_correction
  for each statement execute function ledger_refuse_change();

-- As before, and an entry is not dated into a closed period.
create or replace function ledger_check_entry() returns trigger
  language plpgsql
  as $$
declare
  v_lines bigint;
  v_sum numeric;
  v_until timestamptz;
begin
  select count(*), sum(p.amount), (
        select max(c.until) from homeroom.ledger_closed_period c
          where c.school_id = new.school_id and c.book_id = new.book_id and c.reopened_at is null)
      into v_lines, v_sum, v_until
    from homeroom.ledger_posting p
    where p.school_id = new.school_id and p.book_id = new.book_id and p.entry_id = new.id;
  if v_lines < 2 or v_sum <> 0 then
    raise exception 'entry % has % postings that sum to %', new.id, v_lines, v_sum
      using errcode = 'HR422';
  elsif new.recorded_at < v_until then
    raise exception 'entry % is dated before %, where the books are closed', new.id, v_until
      using errcode = 'HR423';
  end if;
  return null;
end
$$;

-- What each account of a book held at an instant.
create function ledger_balances_at(p_book uuid, p_at timestamptz)
  returns table (account_id uuid, balance bigint)
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select a.id, coalesce(sum(p.amount) filter (where e.recorded_at < p_at), 0)::bigint
    from ledger_account a
    left join ledger_posting p
      on p.school_id = a.school_id and p.book_id = a.book_id and p.account_id = a.id
    left join ledger_entry e
      on e.school_id = p.school_id and e.book_id = p.book_id and e.id = p.entry_id
    where a.school_id = current_school() and a.book_id = p_book
    group by a.id
$$;

-- One value for what a period ended with.
create function ledger_period_digest(p_period ledger_closed_period) returns bytea
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select sha256(convert_to(jsonb_build_array(p_period.book_id, p_period.through, p_period.zone,
      (extract(epoch from p_period.until) * 1000000)::bigint, p_period.entries, p_period.position,
      encode(p_period.seal, 'hex'), (
        select jsonb_agg(jsonb_build_array(b.account_id, b.balance) order by b.account_id)
          from ledger_closing_balance b
          where b.school_id = p_period.school_id and b.period_id = p_period.id))::text, 'UTF8'))
$$;

-- Closes a book through a day of the zone. Answers closed, or why not: early (the day is not over),
-- before (it is closed that far), busy (something of those days is being written or not sealed yet).
create function ledger_close(p_period uuid, p_book uuid, p_through date, p_zone text, p_by uuid)
  returns text
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_until timestamptz := (p_through + 1)::timestamp at time zone p_zone;
  v_period ledger_closed_period;
begin
  if v_until > now() then
    return 'early';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('ledger-close ' || p_book, 0));
  if exists (select from ledger_closed_period c where c.school_id = v_school
      and c.book_id = p_book and c.until >= v_until and c.reopened_at is null) then
    return 'before';
  elsif exists (select from pg_stat_activity s
        where s.datname = current_database() and s.xact_start < v_until)
      or exists (select from ledger_entry e where e.school_id = v_school and e.book_id = p_book
        and e.recorded_at < v_until and not exists (
          select from ledger_seal s where s.school_id = v_school and s.entry_id = e.id)) then
    return 'busy';
  end if;
  v_period := row(v_school, p_period, p_book, p_through, p_zone, v_until, 0, null, null, ''::bytea,
    p_by, now(), null, null, null)::ledger_closed_period;
  select count(*), max(s.position) into v_period.entries, v_period.position
    from ledger_entry e
    join ledger_seal s on s.school_id = v_school and s.entry_id = e.id
    where e.school_id = v_school and e.book_id = p_book and e.recorded_at < v_until;
  select s.digest into v_period.seal from ledger_seal s
    where s.school_id = v_school and s.position = v_period.position;
  -- The digest needs the balances, and they need the period.
  set constraints fk_ledger_closing_balance_period deferred;
  insert into ledger_closing_balance (school_id, period_id, account_id, balance)
    select v_school, p_period, b.account_id, b.balance from ledger_balances_at(p_book, v_until) b;
  v_period.digest := ledger_period_digest(v_period);
  insert into ledger_closed_period select v_period.*;
  return 'closed';
end
$$;

-- Looks for the first closed period that does not prove itself; null when there is none. A reopened one
-- has to as well: nothing is ever dated back.
create function ledger_prove_closings() returns text
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select format('the period of book %s through %s: %s', c.book_id, c.through, x.wrong)
    from ledger_closed_period c
    cross join lateral (
      select case
        when c.digest <> ledger_period_digest(c) then 'it or its balances were changed'
        when c.entries <> (
          select count(*) from ledger_entry e
            where e.school_id = c.school_id and e.book_id = c.book_id and e.recorded_at < c.until)
          then 'it has not the entries that it had'
        when c.seal is distinct from (
          select s.digest from ledger_seal s
            where s.school_id = c.school_id and s.position = c.position)
          then 'its seal was changed'
        when (select sum(b.balance) from ledger_closing_balance b
            where b.school_id = c.school_id and b.period_id = c.id) <> 0
          then 'its balances do not sum to zero'
        when exists (
          select from ledger_balances_at(c.book_id, c.until) now
            full join (select b.account_id, b.balance from ledger_closing_balance b
              where b.school_id = c.school_id and b.period_id = c.id) kept using (account_id)
            where coalesce(now.balance, 0) <> coalesce(kept.balance, 0))
          then 'its postings do not come to its balances'
        end as wrong) x
    where c.school_id = current_school() and x.wrong is not null
    order by c.book_id, c.until limit 1
$$;

-- More may be counted as set aside than is, never less: it could be spent.
create function ledger_prove_holds() returns text
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select format('account %s counts %s as set aside but its holds sum to %s', a.id, a.held, h.live)
    from ledger_account a
    cross join lateral (select ledger_held(a.id) as live) h
    where a.school_id = current_school() and a.tracked and a.held < h.live
    order by a.id limit 1
$$;

alter function ledger_prove_sums() rename to ledger_prove_postings;

-- Looks for the first contradiction in the school's books outside the chain; null when there is none.
create function ledger_prove_sums() returns text
  language sql
  set search_path = homeroom, pg_temp
as $$
  select coalesce(ledger_prove_postings(), ledger_prove_holds(), ledger_prove_closings())
$$;

grant execute on function ledger_balances_at(uuid, timestamptz),
  ledger_period_digest(ledger_closed_period), ledger_close(uuid, uuid, date, text, uuid),
  ledger_prove_closings(), ledger_prove_holds(), ledger_prove_sums() to homeroom_app;

-- As in V0031, and a correction names the closed period.
create or replace function ledger_reverse(p_entry uuid[], p_prefix text, p_reason text, p_actor uuid)
  returns table (entry_no integer, entry_id uuid, replayed boolean, account_id uuid, amount bigint,
    balance_after bigint)
  language plpgsql set search_path = homeroom, pg_temp
  as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
  v_book uuid[];
  v_line_entry integer[];
  v_line_account uuid[];
  v_line_amount bigint[];
  v_text text;
  v_n integer := cardinality(p_entry);
begin
  select array_agg(e.book_id order by x.no), min(x.id::text) filter (where e.id is null)
    into v_book, v_text
    from unnest(p_entry) with ordinality x (id, no)
    left join ledger_entry e on e.school_id = v_school and e.id = x.id
      and e.book_id in (select b.id from ledger_book b where b.school_id = v_school);
  if v_text is not null then
    raise exception 'there is no entry %', v_text using errcode = 'HR404', detail = v_text;
  end if;

  select min(e.id::text) into v_text
    from unnest(p_entry, v_book) x (id, book)
    join ledger_entry e on e.school_id = v_school and e.book_id = x.book and e.id = x.id
    left join ledger_entry r on r.school_id = v_school and r.reversal_of = x.id
    where e.reversal_of is not null or r.idempotency_key <> p_prefix || ':' || x.id;
  if v_text is not null then
    raise exception 'entry % cannot be reversed again', v_text
      using errcode = 'HR410', detail = v_text;
  end if;

  select array_agg(x.no order by x.no, p.line), array_agg(p.account_id order by x.no, p.line),
      array_agg(-p.amount order by x.no, p.line)
    into v_line_entry, v_line_account, v_line_amount
    from unnest(p_entry, v_book) with ordinality x (id, book, no)
    join ledger_posting p on p.school_id = v_school and p.book_id = x.book and p.entry_id = x.id;

  return query select * from ledger_post(
    v_book, (select array_agg(p_prefix || ':' || x.id order by x.no) from unnest(p_entry)
      with ordinality x (id, no)),
    array_fill('reversal'::text, array[v_n]), array_fill(p_reason, array[v_n]),
    array_fill('entry'::text, array[v_n]), p_entry, array_fill(p_actor, array[v_n]), p_entry,
    v_line_entry, v_line_account, v_line_amount);

  -- What lies in a closed period stays as it is there; its correction stands here and names the period.
  insert into ledger_correction (school_id, entry_id, period_id)
    select v_school, r.id, c.id
      from unnest(p_entry, v_book) x (id, book)
      join ledger_entry o on o.school_id = v_school and o.book_id = x.book and o.id = x.id
      join ledger_entry r on r.school_id = v_school and r.reversal_of = x.id
      cross join lateral (
        select p.id from ledger_closed_period p
          where p.school_id = v_school and p.book_id = x.book and p.reopened_at is null
            and p.until > o.recorded_at
          order by p.until limit 1) c
    on conflict do nothing;
end
$$;
