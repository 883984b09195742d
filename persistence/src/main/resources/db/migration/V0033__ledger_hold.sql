-- Holds: an amount set aside on a student's checking account, for a reason and until a moment. It lowers
-- what may be spent and not the balance; no entry is made until it is captured. Whoever asks what an
-- account may spend subtracts ledger_held() while holding the account.

create table ledger_hold (
  school_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  account_id uuid not null,
  amount bigint not null check (amount between 1 and 100000000),
  reason text not null check (length(reason) between 1 and 200),
  placed_by uuid not null,
  placed_at timestamptz not null default now(),
  -- From then on it counts no more; nobody has to do anything.
  expires_at timestamptz not null,
  state text not null default 'held' check (state in ('held', 'released', 'captured')),
  ended_by uuid,
  ended_at timestamptz,
  -- What a captured one became.
  entry_id uuid,
  primary key (school_id, id),
  constraint fk_ledger_hold_account foreign key (school_id, book_id, account_id)
    references ledger_account (school_id, book_id, id),
  constraint fk_ledger_hold_entry foreign key (school_id, book_id, entry_id)
    references ledger_entry (school_id, book_id, id),
  constraint ck_ledger_hold_ended check (
    (state = 'held') = (ended_at is null) and (entry_id is null or state = 'captured'))
);
create index ix_ledger_hold_live on ledger_hold (school_id, account_id) where state = 'held';
create index ix_ledger_hold_book on ledger_hold (school_id, book_id, placed_at desc);
select tenant_table('ledger_hold', 'select, insert');
grant update (state, ended_by, ended_at, entry_id) on ledger_hold to homeroom_app;

-- At least what is set aside now; more when a hold has expired since. Postings look at this one number
-- first, and at the holds only when it is in the way.
alter table ledger_account add column held bigint not null default 0 check (held >= 0);
grant update (held) on ledger_account to homeroom_app;

-- What is set aside on an account now.
create function ledger_held(p_account uuid) returns bigint
  language sql stable
  set search_path = homeroom, pg_temp
as $$
  select coalesce(sum(h.amount), 0)::bigint from ledger_hold h
    where h.school_id = current_school() and h.account_id = p_account and h.state = 'held'
      and h.expires_at > now()
$$;
grant execute on function ledger_held(uuid) to homeroom_app;

-- Refuses a debit that left p_after on the account when less than nothing would be left to spend.
create function ledger_guard_funds(p_account uuid, p_after bigint, p_amount bigint) returns void
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_held bigint := ledger_held(p_account);
begin
  if p_after < v_held then
    raise exception 'an account would be overdrawn: % % % % %', p_account, p_after - p_amount,
        -p_amount, (
          select b.currency from ledger_account a
            join ledger_book b on b.school_id = a.school_id and b.id = a.book_id
            where a.school_id = current_school() and a.id = p_account), v_held
      using errcode = 'HR402';
  end if;
end
$$;
grant execute on function ledger_guard_funds(uuid, bigint, bigint) to homeroom_app;

-- ledger_post_pair and ledger_post as before, but what is set aside is not there to be spent. A correction
-- of pay may leave less than nothing, as a reversal may; V0056 says so as well, and may have come before.
create or replace function ledger_post_pair(
    p_book uuid, p_key text, p_kind text, p_description text, p_cause_type text, p_cause_id uuid,
    p_actor uuid, p_reversal_of uuid, p_account1 uuid, p_amount1 bigint, p_account2 uuid,
    p_amount2 bigint, out entry_id uuid, out after1 bigint, out after2 bigint)
  language plpgsql
  set search_path = homeroom, pg_temp
  set plan_cache_mode = force_generic_plan
  as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
  v_entry uuid := ledger_next_id();
  v_turn1 bigint;
  v_turn2 bigint;
  v_firm1 boolean;
  v_firm2 boolean;
  v_held1 bigint;
  v_held2 bigint;
begin
  insert into ledger_entry (school_id, book_id, id, idempotency_key, request_hash, kind, description,
      cause_type, cause_id, actor_id, reversal_of)
    values (v_school, p_book, v_entry, p_key,
      ledger_request_hash(p_book, p_kind, p_description, p_cause_type, p_cause_id, p_reversal_of,
        p_account1 || ' ' || p_amount1 || ',' || p_account2 || ' ' || p_amount2),
      p_kind, p_description, p_cause_type, p_cause_id, p_actor, p_reversal_of)
    on conflict (school_id, idempotency_key) do nothing;
  if not found then
    return;
  end if;
  if p_account1 < p_account2 then
    update ledger_account a set balance = a.balance + p_amount1, version = a.version + 1
      where a.school_id = v_school and a.id = p_account1 and a.tracked
      returning a.balance, a.version, not a.allow_negative, a.held
      into after1, v_turn1, v_firm1, v_held1;
  end if;
  update ledger_account a set balance = a.balance + p_amount2, version = a.version + 1
    where a.school_id = v_school and a.id = p_account2 and a.tracked
    returning a.balance, a.version, not a.allow_negative, a.held
      into after2, v_turn2, v_firm2, v_held2;
  if p_account1 > p_account2 then
    update ledger_account a set balance = a.balance + p_amount1, version = a.version + 1
      where a.school_id = v_school and a.id = p_account1 and a.tracked
      returning a.balance, a.version, not a.allow_negative, a.held
      into after1, v_turn1, v_firm1, v_held1;
  end if;
  if p_reversal_of is null then
    if v_firm1 and after1 < v_held1 and p_amount1 < 0 and p_kind <> 'pay_correction' then
      perform ledger_guard_funds(p_account1, after1, p_amount1);
    end if;
    if v_firm2 and after2 < v_held2 and p_amount2 < 0 and p_kind <> 'pay_correction' then
      perform ledger_guard_funds(p_account2, after2, p_amount2);
    end if;
  end if;
  insert into ledger_posting (school_id, book_id, entry_id, line, account_id, amount, balance_after,
      account_version)
    values (v_school, p_book, v_entry, 1, p_account1, p_amount1, after1, v_turn1),
      (v_school, p_book, v_entry, 2, p_account2, p_amount2, after2, v_turn2);
  entry_id := v_entry;
end
$$;

create or replace function ledger_post(
    p_book uuid[], p_key text[], p_kind text[], p_description text[],
    p_cause_type text[], p_cause_id uuid[], p_actor uuid[], p_reversal_of uuid[],
    p_line_entry integer[], p_line_account uuid[], p_line_amount bigint[])
  returns table (entry_no integer, entry_id uuid, replayed boolean, account_id uuid, amount bigint,
    balance_after bigint)
  language plpgsql
  set search_path = homeroom, pg_temp
  -- Planning anew for each call would cost more than the posting.
  set plan_cache_mode = force_generic_plan
  as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
  v_id uuid[];
  v_hash bytea[];
  v_new uuid[];
  v_account uuid[];
  v_balance bigint[];
  v_version bigint[];
  v_firm boolean[];
  v_held bigint[];
  v_tight record;
  v_of uuid[];
  v_in uuid[];
  v_line integer[];
  v_amount bigint[];
  v_after bigint[];
  v_turn bigint[];
  v_all boolean;
  v_text text;
  v_short boolean;
  v_pair record;
begin
  -- The usual single entry between two accounts takes a shorter way to the same end.
  if cardinality(p_key) = 1 and cardinality(p_line_account) = 2
      and p_line_account[1] <> p_line_account[2] then
    select * into v_pair from ledger_post_pair(p_book[1], p_key[1], p_kind[1], p_description[1],
      p_cause_type[1], p_cause_id[1], p_actor[1], p_reversal_of[1],
      p_line_account[1], p_line_amount[1], p_line_account[2], p_line_amount[2]);
    if v_pair.entry_id is not null then
      return query values
        (1, v_pair.entry_id, false, p_line_account[1], p_line_amount[1], v_pair.after1),
        (1, v_pair.entry_id, false, p_line_account[2], p_line_amount[2], v_pair.after2);
      return;
    end if;
  end if;

  -- 1. The content's hash and an identifier for each entry.
  select array_agg(ledger_next_id() order by e.no),
      array_agg(ledger_request_hash(e.book, e.kind, e.description, e.cause_type, e.cause_id,
        e.reversal_of, l.lines) order by e.no)
    into v_id, v_hash
    from unnest(p_book, p_kind, p_description, p_cause_type, p_cause_id, p_reversal_of)
      with ordinality e (book, kind, description, cause_type, cause_id, reversal_of, no)
    left join (
      select x.entry, string_agg(x.account || ' ' || x.amount, ',' order by x.no) lines
        from unnest(p_line_entry, p_line_account, p_line_amount)
          with ordinality x (entry, account, amount, no)
        group by x.entry) l on l.entry = e.no;

  -- 2. Entries in order of key, so that two calls wait for each other rather than deadlock.
  with added as (
    insert into ledger_entry (school_id, book_id, id, idempotency_key, request_hash, kind,
        description, cause_type, cause_id, actor_id, reversal_of)
      select v_school, e.book, e.id, e.key, e.hash, e.kind, e.description, e.cause_type, e.cause_id,
          e.actor, e.reversal_of
        from unnest(p_book, v_id, p_key, v_hash, p_kind, p_description, p_cause_type, p_cause_id,
          p_actor, p_reversal_of)
          e (book, id, key, hash, kind, description, cause_type, cause_id, actor, reversal_of)
        order by e.key
      on conflict (school_id, idempotency_key) do nothing
      returning id)
  select coalesce(array_agg(added.id), '{}') into v_new from added;

  -- 3. A key that was there before must have had this content.
  v_all := cardinality(v_new) = cardinality(p_key);
  if not v_all then
    select min(asked.key) into v_text
      from unnest(p_key, v_hash) asked (key, hash)
      join ledger_entry e on e.school_id = v_school and e.idempotency_key = asked.key
      where e.request_hash <> asked.hash;
    if v_text is not null then
      raise exception 'the key % was used for another entry', v_text using errcode = 'HR409';
    end if;
  end if;

  if cardinality(v_new) > 0 then
    -- 4. People's accounts are locked in order of id.
    select array_agg(a.id), array_agg(a.balance), array_agg(a.version),
        array_agg(not a.allow_negative), array_agg(a.held)
      into v_account, v_balance, v_version, v_firm, v_held
      from (
        select id, balance, version, allow_negative, held from ledger_account
          where school_id = v_school and id = any (p_line_account) and tracked
          order by id for no key update) a;

    -- 5. What each posting leaves behind, account by account in the order given.
    select array_agg(m.book), array_agg(m.entry), array_agg(m.line), array_agg(m.account),
        array_agg(m.amount), array_agg(m.after), array_agg(m.turn),
        bool_or(m.after < m.held and m.amount < 0 and m.firm and m.reversal_of is null
          and p_kind[array_position(v_id, m.entry)] <> 'pay_correction')
      into v_in, v_of, v_line, v_account, v_amount, v_after, v_turn, v_short
      from (
        select e.book, e.id entry, e.reversal_of, x.account, x.amount, a.firm, a.held,
            row_number() over (partition by x.entry order by x.no) line,
            a.balance + sum(x.amount) over account after,
            a.version + count(*) over account turn
          from unnest(p_line_entry, p_line_account, p_line_amount)
            with ordinality x (entry, account, amount, no)
          join unnest(v_id, p_book, p_reversal_of) with ordinality e (id, book, reversal_of, no)
            on e.no = x.entry and (v_all or e.id = any (v_new))
          left join unnest(v_account, v_balance, v_version, v_firm, v_held)
            a (id, balance, version, firm, held) on a.id = x.account
          window account as (partition by x.account order by x.entry, x.no)) m;
    if v_short then
      for v_tight in
        select m.account, m.after, m.amount
          from unnest(v_of, v_account, v_after, v_amount) m (entry, account, after, amount)
          join unnest(v_id, p_reversal_of) e (id, reversal_of) on e.id = m.entry
          join ledger_account a on a.school_id = v_school and a.id = m.account and a.tracked
          where m.after < a.held and m.amount < 0 and not a.allow_negative
            and e.reversal_of is null
            and p_kind[array_position(v_id, e.id)] <> 'pay_correction'
          order by m.account, m.after
      loop
        perform ledger_guard_funds(v_tight.account, v_tight.after, v_tight.amount);
      end loop;
    end if;

    -- 6. The postings, and the balances once per account.
    insert into ledger_posting (school_id, book_id, entry_id, line, account_id, amount,
        balance_after, account_version)
      select v_school, m.* from unnest(v_in, v_of, v_line, v_account, v_amount, v_after, v_turn) m;
    update ledger_account a set balance = n.after, version = n.turn
      from (
        select distinct on (m.account) m.account, m.after, m.turn
          from unnest(v_account, v_after, v_turn) m (account, after, turn)
          where m.turn is not null
          order by m.account, m.turn desc) n
      where a.school_id = v_school and a.id = n.account;
  end if;

  -- 7. The answer: what was posted now, or what is in the journal under these keys.
  if v_all then
    return query
      select e.no::integer, m.entry, false, m.account, m.amount, m.after
        from unnest(v_of, v_line, v_account, v_amount, v_after) m (entry, line, account, amount, after)
        join unnest(v_id) with ordinality e (id, no) on e.id = m.entry
        order by e.no, m.line;
    return;
  end if;
  return query
    select asked.no::integer, e.id, e.id <> all (v_new), p.account_id, p.amount, p.balance_after
      from unnest(p_key) with ordinality asked (key, no)
      join ledger_entry e on e.school_id = v_school and e.idempotency_key = asked.key
      join ledger_posting p
        on p.school_id = v_school and p.book_id = e.book_id and p.entry_id = e.id
      order by asked.no, p.line;
end
$$;

drop function ledger_refuse_debt(uuid, bigint, bigint);

create or replace view ledger_balance with (security_invoker = true) as
  select a.school_id, a.id as account_id, a.book_id, b.currency, a.class_id, a.kind, a.owner_id,
      a.tracked, a.version,
      case when a.tracked then a.balance
        else coalesce(s.balance, 0) + (
          select coalesce(sum(p.amount), 0)::bigint from ledger_posting p
            where p.school_id = a.school_id and p.account_id = a.id and p.account_version is null
              and p.xid >= coalesce(s.through_xid, '0'::xid8))
      end as balance,
      case when a.held > 0 then ledger_held(a.id) else 0 end as held
    from ledger_account a
    join ledger_book b on b.school_id = a.school_id and b.id = a.book_id
    left join lateral (
      select n.balance, n.through_xid from ledger_account_snapshot n
        where n.school_id = a.school_id and n.account_id = a.id
        order by n.day desc limit 1) s on not a.tracked;

-- Sets an amount aside on a person's account. Answers held, known when this very hold was placed before,
-- or short with what is there to be set aside. Raises HR409 when the id was used for another hold.
create function ledger_hold_place(p_hold uuid, p_account uuid, p_amount bigint, p_reason text,
    p_expires timestamptz, p_by uuid, out outcome text, out free bigint)
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_account ledger_account;
  v_known ledger_hold;
  v_live bigint;
begin
  select * into strict v_account from ledger_account a
    where a.school_id = v_school and a.id = p_account and a.tracked for no key update;
  v_live := ledger_held(p_account);
  free := v_account.balance - v_live;
  select * into v_known from ledger_hold h where h.school_id = v_school and h.id = p_hold;
  if found then
    if (v_known.account_id, v_known.amount, v_known.reason) is distinct from
        (p_account, p_amount, p_reason) then
      raise exception 'the key hold:% was used for another entry', p_hold using errcode = 'HR409';
    end if;
    outcome := 'known';
    return;
  end if;
  if free < p_amount then
    outcome := 'short';
    return;
  end if;
  insert into ledger_hold (school_id, id, book_id, account_id, amount, reason, placed_by, expires_at)
    values (v_school, p_hold, v_account.book_id, p_account, p_amount, p_reason, p_by, p_expires);
  update ledger_account a set held = v_live + p_amount where a.school_id = v_school and a.id = p_account;
  outcome := 'held';
  free := free - p_amount;
end
$$;

-- Ends a hold: gives the amount free again, or with p_take captures that much of it for the class and
-- gives the rest free. Answers released, captured, expired when it counts no more and cannot be captured,
-- or ended when it was released or captured before. Raises HR402 when the account does not hold it, after something was taken back.
create function ledger_hold_end(p_hold uuid, p_take bigint, p_by uuid, out outcome text,
    out entry uuid)
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_hold ledger_hold;
  v_account uuid;
begin
  select h.account_id into v_account from ledger_hold h
    where h.school_id = v_school and h.id = p_hold;
  perform from ledger_account a where a.school_id = v_school and a.id = v_account for no key update;
  select * into v_hold from ledger_hold h
    where h.school_id = v_school and h.id = p_hold for no key update;
  if v_hold.state <> 'held' then
    outcome := 'ended';
    return;
  elsif p_take is not null and v_hold.expires_at <= now() then
    outcome := 'expired';
    return;
  end if;
  outcome := case when p_take is null then 'released' else 'captured' end;
  update ledger_hold h set state = outcome, ended_by = p_by, ended_at = now()
    where h.school_id = v_school and h.id = p_hold;
  update ledger_account a set held = ledger_held(v_account)
    where a.school_id = v_school and a.id = v_account;
  if p_take is not null then
    select p.entry_id into entry
      from ledger_post(array[v_hold.book_id], array['hold:' || p_hold], array['hold'],
        array[v_hold.reason], array['hold'], array[p_hold], array[p_by], array[null::uuid],
        array[1, 1], array[v_account, (
          select a.id from ledger_account a where a.school_id = v_school
            and a.book_id = v_hold.book_id and a.kind = 'adjustment' and a.owner_id is null)],
        array[-p_take, p_take]) p
      limit 1;
    update ledger_hold h set entry_id = entry where h.school_id = v_school and h.id = p_hold;
  end if;
end
$$;

grant execute on function ledger_hold_place(uuid, uuid, bigint, text, timestamptz, uuid),
  ledger_hold_end(uuid, bigint, uuid) to homeroom_app;
