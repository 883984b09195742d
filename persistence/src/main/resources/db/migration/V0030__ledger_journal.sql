-- Double-entry books (design.md section 3). A school has one book per class; every entry lives in one
-- book and all of its postings in accounts of the same book, so tokens and real money, or two classes,
-- can never meet in one entry. Positive amounts increase a person's account. Amounts are minor units.

create table ledger_book (
  school_id uuid not null references tenancy_school (id),
  id uuid not null,
  class_id uuid,
  kind text not null check (kind in ('token', 'real')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null default now(),
  primary key (school_id, id),
  constraint ux_ledger_book_class unique (school_id, class_id),
  constraint ck_ledger_book_currency check ((kind = 'token') = (currency = 'TOK'))
);

-- A tracked account (a person's) carries balance and version and is locked while posting. An untracked
-- one (a class's, which everyone hits at once) carries neither: see ledger_balance below.
create table ledger_account (
  school_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  class_id uuid,
  kind text not null check (kind ~ '^[a-z][a-z_]{1,39}$'),
  owner_id uuid,
  tracked boolean not null,
  balance bigint not null default 0,
  version bigint not null default 0,
  allow_negative boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (school_id, id),
  constraint ux_ledger_account_in_book unique (school_id, book_id, id),
  constraint ux_ledger_account_of_owner unique nulls not distinct (school_id, book_id, kind, owner_id),
  constraint fk_ledger_account_book foreign key (school_id, book_id) references ledger_book (school_id, id),
  constraint ck_ledger_account_untracked check (tracked or (balance = 0 and version = 0))
) with (fillfactor = 70);
create index ix_ledger_account_owner on ledger_account (school_id, owner_id);

create table ledger_entry (
  school_id uuid not null,
  book_id uuid not null,
  id uuid not null,
  -- Before seq: the transaction is numbered before the entry is.
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null generated always as identity,
  idempotency_key text not null,
  request_hash bytea not null,
  kind text not null,
  description text not null,
  cause_type text not null,
  cause_id uuid,
  actor_id uuid,
  reversal_of uuid,
  recorded_at timestamptz not null default now(),
  primary key (school_id, book_id, id),
  -- One constraint rather than five: each is parsed anew for every statement.
  constraint ck_ledger_entry_words check (
    length(idempotency_key) between 1 and 200 and length(description) between 1 and 255
    and kind ~ '^[a-z][a-z_]{1,39}$' and cause_type ~ '^[a-z][a-z_]{1,39}$'),
  constraint ux_ledger_entry_key unique (school_id, idempotency_key),
  -- Serves the sealing by transaction as well as the postings' foreign key.
  constraint ux_ledger_entry_xid unique (school_id, xid, book_id, id),
  -- No foreign key to the book: the postings' accounts have it, and every entry has postings. Checking
  -- it would make all entries of a class meet at one row.
  constraint fk_ledger_entry_reversal foreign key (school_id, book_id, reversal_of)
    references ledger_entry (school_id, book_id, id)
);
create unique index ux_ledger_entry_reversal on ledger_entry (school_id, reversal_of)
  where reversal_of is not null;

-- xid is part of the foreign key and the application may not write it: a posting can only be added by
-- the transaction that made its entry.
create table ledger_posting (
  school_id uuid not null,
  book_id uuid not null,
  entry_id uuid not null,
  line integer not null,
  account_id uuid not null,
  amount bigint not null,
  balance_after bigint,
  account_version bigint,
  xid xid8 not null default pg_current_xact_id(),
  primary key (school_id, book_id, entry_id, line),
  constraint fk_ledger_posting_entry foreign key (school_id, xid, book_id, entry_id)
    references ledger_entry (school_id, xid, book_id, id),
  constraint fk_ledger_posting_account foreign key (school_id, book_id, account_id)
    references ledger_account (school_id, book_id, id),
  constraint ck_ledger_posting_line check (
    line > 0 and amount <> 0 and (balance_after is null) = (account_version is null))
);
-- A statement of a tracked account; no version of it may exist twice.
create unique index ux_ledger_posting_version on ledger_posting (school_id, account_id, account_version)
  where account_version is not null;
-- The balance of an untracked account since its snapshot.
create index ix_ledger_posting_untracked on ledger_posting (school_id, account_id, xid) include (amount)
  where account_version is null;

-- The sum of an untracked account over all transactions before through_xid.
create table ledger_account_snapshot (
  school_id uuid not null,
  account_id uuid not null,
  day date not null,
  through_xid xid8 not null,
  balance bigint not null,
  primary key (school_id, account_id, day),
  constraint fk_ledger_account_snapshot_account foreign key (school_id, account_id)
    references ledger_account (school_id, id)
);

-- The hash chain over a school's entries; digest = sha256(previous digest, canonical text).
create table ledger_seal (
  school_id uuid not null,
  position bigint not null check (position > 0),
  book_id uuid not null,
  entry_id uuid not null,
  digest bytea not null,
  primary key (school_id, position),
  constraint ux_ledger_seal_entry unique (school_id, entry_id),
  constraint fk_ledger_seal_entry foreign key (school_id, book_id, entry_id)
    references ledger_entry (school_id, book_id, id)
);

-- The newest seal. Also written to the log, so that a copy exists outside the database.
create table ledger_chain_head (
  school_id uuid not null references tenancy_school (id),
  position bigint not null,
  digest bytea not null,
  through_xid xid8 not null,
  sealed_at timestamptz not null,
  primary key (school_id)
);

-- What each proof found; breach is null when everything held.
create table ledger_proof (
  school_id uuid not null references tenancy_school (id),
  id uuid not null,
  proved_at timestamptz not null default now(),
  entries bigint not null,
  unsealed bigint not null,
  position bigint not null,
  digest bytea not null,
  breach text,
  primary key (school_id, id)
);
create index ix_ledger_proof_newest on ledger_proof (school_id, proved_at desc);

-- Rights: the journal can be read and added to, nothing else.
select tenant_table('ledger_book', 'select, insert');
select tenant_table('ledger_account', 'select, insert');
grant update (balance, version) on ledger_account to homeroom_app;
select tenant_table('ledger_entry', 'select');
grant insert (school_id, book_id, id, idempotency_key, request_hash, kind, description, cause_type,
  cause_id, actor_id, reversal_of) on ledger_entry to homeroom_app;
select tenant_table('ledger_posting', 'select');
grant insert (school_id, book_id, entry_id, line, account_id, amount, balance_after, account_version)
  on ledger_posting to homeroom_app;
select tenant_table('ledger_account_snapshot', 'select, insert, delete');
select tenant_table('ledger_seal', 'select, insert');
select tenant_table('ledger_chain_head', 'select, insert, update');
select tenant_table('ledger_proof', 'select, insert');

-- Refuses what rights alone cannot refuse to the owner of the tables.
create function ledger_refuse_change() returns trigger
  language plpgsql set search_path = homeroom, pg_temp
  as $$
begin
  raise exception 'the journal is append-only: % on % is refused; post a reversing entry',
    tg_op, tg_table_name using errcode = 'HR405';
end
$$;
create trigger append_only before update or delete or truncate on ledger_entry
  for each statement execute function ledger_refuse_change();
create trigger append_only before update or delete or truncate on ledger_posting
  for each statement execute function ledger_refuse_change();
create trigger append_only before update or delete or truncate on ledger_seal
  for each statement execute function ledger_refuse_change();

-- The only guard that also holds for hand-written SQL: at commit an entry has two postings or more and
-- they sum to zero.
create function ledger_check_entry() returns trigger
  language plpgsql
  as $$
declare
  v_lines bigint;
  v_sum numeric;
begin
  select count(*), sum(p.amount) into v_lines, v_sum
    from homeroom.ledger_posting p
    where p.school_id = new.school_id and p.book_id = new.book_id and p.entry_id = new.id;
  if v_lines < 2 or v_sum <> 0 then
    raise exception 'entry % has % postings that sum to %', new.id, v_lines, v_sum
      using errcode = 'HR422';
  end if;
  return null;
end
$$;
create constraint trigger balanced after insert on ledger_entry deferrable initially deferred
  for each row execute function ledger_check_entry();

-- A time-ordered identifier (UUID version 7) for entries made in SQL.
create function ledger_next_id() returns uuid
  language sql volatile
  as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- What an idempotency key stands for; p_lines is "account amount,account amount" in the order given.
create function ledger_request_hash(p_book uuid, p_kind text, p_description text, p_cause_type text,
    p_cause_id uuid, p_reversal_of uuid, p_lines text) returns bytea
  language sql stable
  as $$
  select sha256(convert_to(jsonb_build_array(p_book, p_kind, p_description, p_cause_type, p_cause_id,
    p_reversal_of, p_lines)::text, 'UTF8'))
$$;

-- Refuses to overdraw the account, with all that a person is told.
create function ledger_refuse_debt(p_account uuid, p_holds bigint, p_asked bigint) returns void
  language plpgsql
  as $$
begin
  raise exception 'an account would be overdrawn: % % % %', p_account, p_holds, p_asked, (
      select b.currency from ledger_account a
        join ledger_book b on b.school_id = a.school_id and b.id = a.book_id
        where a.school_id = current_school() and a.id = p_account)
    using errcode = 'HR402';
end
$$;

-- ledger_post for one entry with two postings in different accounts: the same by simple statements, of
-- which a single call needs fewer. Returns no row when the key was used before.
create function ledger_post_pair(
    p_book uuid, p_key text, p_kind text, p_description text, p_cause_type text, p_cause_id uuid,
    p_actor uuid, p_reversal_of uuid, p_account1 uuid, p_amount1 bigint, p_account2 uuid,
    p_amount2 bigint)
  returns table (entry_no integer, entry_id uuid, replayed boolean, account_id uuid, amount bigint,
    balance_after bigint)
  language plpgsql
  as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
  v_entry uuid := ledger_next_id();
  v_found record;
  v_after1 bigint;
  v_after2 bigint;
  v_turn1 bigint;
  v_turn2 bigint;
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

  -- Locked in order of id.
  for v_found in
    select a.id, a.balance, a.version, a.allow_negative from ledger_account a
      where a.school_id = v_school and a.id = any (array[p_account1, p_account2]) and a.tracked
      order by a.id for no key update
  loop
    if v_found.id = p_account1 then
      v_after1 := v_found.balance + p_amount1;
      v_turn1 := v_found.version + 1;
    else
      v_after2 := v_found.balance + p_amount2;
      v_turn2 := v_found.version + 1;
    end if;
    if not v_found.allow_negative and p_reversal_of is null then
      if v_found.id = p_account1 and v_after1 < 0 and p_amount1 < 0 then
        perform ledger_refuse_debt(p_account1, v_found.balance, -p_amount1);
      elsif v_found.id = p_account2 and v_after2 < 0 and p_amount2 < 0 then
        perform ledger_refuse_debt(p_account2, v_found.balance, -p_amount2);
      end if;
    end if;
  end loop;

  insert into ledger_posting (school_id, book_id, entry_id, line, account_id, amount, balance_after,
      account_version)
    values (v_school, p_book, v_entry, 1, p_account1, p_amount1, v_after1, v_turn1),
      (v_school, p_book, v_entry, 2, p_account2, p_amount2, v_after2, v_turn2);
  if v_turn1 is not null then
    update ledger_account a set balance = v_after1, version = v_turn1
      where a.school_id = v_school and a.id = p_account1;
  end if;
  if v_turn2 is not null then
    update ledger_account a set balance = v_after2, version = v_turn2
      where a.school_id = v_school and a.id = p_account2;
  end if;

  entry_no := 1;
  entry_id := v_entry;
  replayed := false;
  account_id := p_account1;
  amount := p_amount1;
  balance_after := v_after1;
  return next;
  account_id := p_account2;
  amount := p_amount2;
  balance_after := v_after2;
  return next;
end
$$;

-- Posts entries and returns one row per posting. Entry i of the first arrays owns the lines whose
-- p_line_entry is i; a line's number in its entry follows the order given.
-- A known idempotency key with the same content answers what was posted then (replayed = true).
-- Raises HR409 for a known key with other content, HR402 when a debit would overdraw an account that
-- may not be negative (a reversing entry tells the truth and may); the message ends with the account,
-- what it holds, what was asked and the currency. Raises 23503 for an account outside the entry's book, and
-- HR422 at commit for postings that do not sum to zero.
-- Runs in the caller's transaction, for the school the transaction was bound to.
create function ledger_post(
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
  v_of uuid[];
  v_in uuid[];
  v_line integer[];
  v_amount bigint[];
  v_after bigint[];
  v_turn bigint[];
  v_all boolean;
  v_text text;
begin
  -- The usual single entry between two accounts takes a shorter way to the same end.
  if cardinality(p_key) = 1 and cardinality(p_line_account) = 2
      and p_line_account[1] <> p_line_account[2] then
    return query select * from ledger_post_pair(p_book[1], p_key[1], p_kind[1], p_description[1],
      p_cause_type[1], p_cause_id[1], p_actor[1], p_reversal_of[1],
      p_line_account[1], p_line_amount[1], p_line_account[2], p_line_amount[2]);
    if found then
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
        array_agg(not a.allow_negative)
      into v_account, v_balance, v_version, v_firm
      from (
        select id, balance, version, allow_negative from ledger_account
          where school_id = v_school and id = any (p_line_account) and tracked
          order by id for no key update) a;

    -- 5. What each posting leaves behind, account by account in the order given.
    select array_agg(m.book), array_agg(m.entry), array_agg(m.line), array_agg(m.account),
        array_agg(m.amount), array_agg(m.after), array_agg(m.turn),
        min(case when m.after < 0 and m.amount < 0 and m.firm and m.reversal_of is null
          then format('%s %s %s', m.account, m.after - m.amount, -m.amount) end)
      into v_in, v_of, v_line, v_account, v_amount, v_after, v_turn, v_text
      from (
        select e.book, e.id entry, e.reversal_of, x.account, x.amount, a.firm,
            row_number() over (partition by x.entry order by x.no) line,
            a.balance + sum(x.amount) over account after,
            a.version + count(*) over account turn
          from unnest(p_line_entry, p_line_account, p_line_amount)
            with ordinality x (entry, account, amount, no)
          join unnest(v_id, p_book, p_reversal_of) with ordinality e (id, book, reversal_of, no)
            on e.no = x.entry and (v_all or e.id = any (v_new))
          left join unnest(v_account, v_balance, v_version, v_firm)
            a (id, balance, version, firm) on a.id = x.account
          window account as (partition by x.account order by x.entry, x.no)) m;
    if v_text is not null then
      perform ledger_refuse_debt(split_part(v_text, ' ', 1)::uuid,
        split_part(v_text, ' ', 2)::bigint, split_part(v_text, ' ', 3)::bigint);
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
