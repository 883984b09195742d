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
  idempotency_key text not null check (length(idempotency_key) between 1 and 200),
  request_hash bytea not null,
  kind text not null check (kind ~ '^[a-z][a-z_]{1,39}$'),
  description text not null check (length(description) between 1 and 255),
  cause_type text not null check (cause_type ~ '^[a-z][a-z_]{1,39}$'),
  cause_id uuid,
  actor_id uuid,
  reversal_of uuid,
  recorded_at timestamptz not null default now(),
  primary key (school_id, book_id, id),
  constraint ux_ledger_entry_key unique (school_id, idempotency_key),
  -- Serves the sealing by transaction as well as the postings' foreign key.
  constraint ux_ledger_entry_xid unique (school_id, xid, book_id, id),
  constraint fk_ledger_entry_book foreign key (school_id, book_id) references ledger_book (school_id, id),
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
  line integer not null check (line > 0),
  account_id uuid not null,
  amount bigint not null check (amount <> 0),
  balance_after bigint,
  account_version bigint,
  xid xid8 not null default pg_current_xact_id(),
  primary key (school_id, book_id, entry_id, line),
  constraint fk_ledger_posting_entry foreign key (school_id, xid, book_id, entry_id)
    references ledger_entry (school_id, xid, book_id, id),
  constraint fk_ledger_posting_account foreign key (school_id, book_id, account_id)
    references ledger_account (school_id, book_id, id),
  constraint ck_ledger_posting_tracked check ((balance_after is null) = (account_version is null))
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
  language plpgsql set search_path = homeroom, pg_temp
  as $$
declare
  v_lines bigint;
  v_sum numeric;
begin
  select count(*), sum(p.amount) into v_lines, v_sum from ledger_posting p
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
  v_debt boolean;
  v_text text;
begin
  -- 1. The content's hash and an identifier for each entry.
  select array_agg(ledger_next_id() order by e.no),
      array_agg(sha256(convert_to(jsonb_build_array(e.book, e.kind, e.description, e.cause_type,
        e.cause_id, e.reversal_of, l.lines)::text, 'UTF8')) order by e.no)
    into v_id, v_hash
    from unnest(p_book, p_kind, p_description, p_cause_type, p_cause_id, p_reversal_of)
      with ordinality e (book, kind, description, cause_type, cause_id, reversal_of, no)
    left join (
      select x.entry, jsonb_agg(jsonb_build_array(x.account, x.amount) order by x.no) lines
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
  if cardinality(v_new) < cardinality(p_key) then
    select min(asked.key) into v_text
      from unnest(p_key, v_hash) asked (key, hash)
      join ledger_entry e on e.school_id = v_school and e.idempotency_key = asked.key
      where e.request_hash <> asked.hash;
    if v_text is not null then
      raise exception 'the key % was used for another entry', v_text
        using errcode = 'HR409', detail = v_text;
    end if;
  end if;

  if cardinality(v_new) > 0 then
    -- 4. People's accounts are locked in order of id.
    perform 1 from ledger_account a
      where a.school_id = v_school and a.id = any (p_line_account) and a.tracked
      order by a.id for no key update;

    -- 5. Postings with the balance and version that each leaves behind.
    with line as (
      select e.book, e.id entry, e.no entry_no, x.no, x.account, x.amount,
          row_number() over (partition by e.no order by x.no) line,
          sum(x.amount) over account moved, count(*) over account turns
        from unnest(v_id, p_book) with ordinality e (id, book, no)
        join unnest(p_line_entry, p_line_account, p_line_amount)
          with ordinality x (entry, account, amount, no) on x.entry = e.no
        where e.id = any (v_new)
        window account as (partition by x.account order by e.no, x.no)),
    added as (
      insert into ledger_posting (school_id, book_id, entry_id, line, account_id, amount,
          balance_after, account_version)
        select v_school, l.book, l.entry, l.line, l.account, l.amount, a.balance + l.moved,
            a.version + l.turns
          from line l
          left join ledger_account a
            on a.school_id = v_school and a.id = l.account and a.tracked
        returning entry_id, account_id, amount, balance_after, account_version)
    select array_agg(last.account_id), array_agg(last.balance_after), array_agg(last.account_version),
        bool_or(last.debt)
      into v_account, v_balance, v_version, v_debt
      from (select distinct on (account_id) *,
          bool_or(balance_after < 0 and amount < 0) over (partition by account_id) debt
        from added where account_version is not null
        order by account_id, account_version desc) last;

    if v_debt then
      select format('%s %s %s %s', a.id, p.balance_after - p.amount, -p.amount, b.currency) into v_text
        from ledger_posting p
        join ledger_entry e
          on e.school_id = v_school and e.book_id = p.book_id and e.id = p.entry_id
        join ledger_account a on a.school_id = v_school and a.id = p.account_id
        join ledger_book b on b.school_id = v_school and b.id = p.book_id
        where p.school_id = v_school and p.entry_id = any (v_new) and p.book_id = any (p_book)
          and p.balance_after < 0 and p.amount < 0 and not a.allow_negative
          and e.reversal_of is null
        order by a.id, p.account_version limit 1;
      if v_text is not null then
        raise exception 'an account would be overdrawn: %', v_text using errcode = 'HR402';
      end if;
    end if;

    -- 6. Balances once per account.
    update ledger_account a set balance = n.balance, version = n.version
      from unnest(v_account, v_balance, v_version) n (account, balance, version)
      where a.school_id = v_school and a.id = n.account;
  end if;

  -- 7. The answer: what is in the journal under these keys.
  return query
    select asked.no::integer, e.id, e.id <> all (v_new), p.account_id, p.amount, p.balance_after
      from unnest(p_key) with ordinality asked (key, no)
      join ledger_entry e on e.school_id = v_school and e.idempotency_key = asked.key
      join ledger_posting p
        on p.school_id = v_school and p.book_id = e.book_id and p.entry_id = e.id
      order by asked.no, p.line;
end
$$;
