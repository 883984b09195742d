-- Balances, corrections, the sealed chain and its proof (design.md section 3).

-- What each account holds: a person's balance as it stands, a class's as the newest snapshot plus the
-- postings of every transaction since.
create view ledger_balance with (security_invoker = true) as
  select a.school_id, a.id as account_id, a.book_id, b.currency, a.class_id, a.kind, a.owner_id,
      a.tracked, a.version,
      case when a.tracked then a.balance
        else coalesce(s.balance, 0) + (
          select coalesce(sum(p.amount), 0)::bigint from ledger_posting p
            where p.school_id = a.school_id and p.account_id = a.id and p.account_version is null
              and p.xid >= coalesce(s.through_xid, '0'::xid8))
      end as balance
    from ledger_account a
    join ledger_book b on b.school_id = a.school_id and b.id = a.book_id
    left join lateral (
      select n.balance, n.through_xid from ledger_account_snapshot n
        where n.school_id = a.school_id and n.account_id = a.id
        order by n.day desc limit 1) s on not a.tracked;
grant select on ledger_balance to homeroom_app;

-- Takes the day's snapshot of the school's untracked accounts; a second call on a day does nothing.
-- Transactions still running are left to the postings since.
create function ledger_take_snapshot(p_day date) returns bigint
  language plpgsql set search_path = homeroom, pg_temp
  as $$
declare
  v_school uuid := current_school();
  v_through xid8 := pg_snapshot_xmin(pg_current_snapshot());
  v_taken bigint;
begin
  insert into ledger_account_snapshot (school_id, account_id, day, through_xid, balance)
    select v_school, a.id, p_day, v_through, coalesce(s.balance, 0) + (
        select coalesce(sum(p.amount), 0)::bigint from ledger_posting p
          where p.school_id = v_school and p.account_id = a.id and p.account_version is null
            and p.xid >= coalesce(s.through_xid, '0'::xid8) and p.xid < v_through)
      from ledger_account a
      left join lateral (
        select n.balance, n.through_xid from ledger_account_snapshot n
          where n.school_id = v_school and n.account_id = a.id
          order by n.day desc limit 1) s on true
      where a.school_id = v_school and not a.tracked
    on conflict do nothing;
  get diagnostics v_taken = row_count;
  return v_taken;
end
$$;

-- Posts the opposite of each entry under the key p_prefix:entry, at most once per entry. Answers as
-- ledger_post does. Raises HR404 for an unknown entry and HR410 for one that was reversed before, or is
-- itself a reversal, with the entry in DETAIL.
create function ledger_reverse(p_entry uuid[], p_prefix text, p_reason text, p_actor uuid)
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
end
$$;

-- Everything that an entry says, in one unambiguous text.
create function ledger_canonical(p_school uuid, p_book uuid, p_entry uuid) returns text
  language sql stable
  as $$
  select jsonb_build_array(e.school_id, e.book_id, e.id, e.xid::text, e.seq, e.idempotency_key,
      encode(e.request_hash, 'hex'), e.kind, e.description, e.cause_type, e.cause_id, e.actor_id,
      e.reversal_of, (extract(epoch from e.recorded_at) * 1000000)::bigint,
      (select jsonb_agg(jsonb_build_array(p.line, p.account_id, p.amount, p.balance_after,
          p.account_version, p.xid::text) order by p.line)
        from ledger_posting p
        where p.school_id = e.school_id and p.book_id = e.book_id and p.entry_id = e.id))::text
    from ledger_entry e
    where e.school_id = p_school and e.book_id = p_book and e.id = p_entry
$$;

-- The digest before the first seal of a school.
create function ledger_genesis(p_school uuid) returns bytea
  language sql immutable
  as $$ select sha256(convert_to('homeroom ledger ' || p_school, 'UTF8')) $$;

-- Seals at most p_limit entries of finished transactions and returns how many, with the new head.
-- Never waits for a posting and never skips one in flight: only transactions older than every running
-- one are taken, in order of transaction and number. After a restore from a dump, transaction numbers
-- begin anew; then the entries of the earlier life count as finished.
create function ledger_seal_next(p_limit integer)
  returns table (sealed integer, head_position bigint, head_digest bytea)
  language plpgsql set search_path = homeroom, pg_temp
  as $$
declare
  v_school uuid := current_school();
  v_head ledger_chain_head;
  v_finished xid8 := pg_snapshot_xmin(pg_current_snapshot());
  v_unborn xid8 := pg_snapshot_xmax(pg_current_snapshot());
  v_books uuid[] := '{}';
  v_entries uuid[] := '{}';
  v_digests bytea[] := '{}';
  v_next record;
begin
  insert into ledger_chain_head
    select v_school, 0, ledger_genesis(v_school), '0'::xid8, now()
      where not exists (select from ledger_chain_head h where h.school_id = v_school)
    on conflict do nothing;
  select * into v_head from ledger_chain_head h where h.school_id = v_school;
  if v_head.through_xid <= v_unborn and not exists (
      select from ledger_entry e
        where e.school_id = v_school and e.xid >= v_head.through_xid and e.xid < v_finished
          and not exists (
            select from ledger_seal s where s.school_id = v_school and s.entry_id = e.id)) then
    -- Nothing to do is the usual case and writes nothing.
    return query select 0, v_head.position, v_head.digest;
    return;
  end if;
  select * into v_head from ledger_chain_head h where h.school_id = v_school for update;
  if v_head.through_xid > v_unborn then
    v_head.through_xid := '0';
    delete from ledger_account_snapshot s where s.school_id = v_school;
  end if;

  for v_next in
    select e.book_id, e.id, e.xid, ledger_canonical(v_school, e.book_id, e.id) said
      from ledger_entry e
      where e.school_id = v_school and e.xid >= v_head.through_xid
        and (e.xid < v_finished or e.xid >= v_unborn)
        and not exists (
          select from ledger_seal s where s.school_id = v_school and s.entry_id = e.id)
      order by e.xid, e.seq limit p_limit
  loop
    v_head.digest := sha256(v_head.digest || convert_to(v_next.said, 'UTF8'));
    v_head.through_xid := v_next.xid;
    v_books := v_books || v_next.book_id;
    v_entries := v_entries || v_next.id;
    v_digests := v_digests || v_head.digest;
  end loop;

  if cardinality(v_entries) > 0 then
    insert into ledger_seal (school_id, position, book_id, entry_id, digest)
      select v_school, v_head.position + x.no, x.book, x.entry, x.digest
        from unnest(v_books, v_entries, v_digests) with ordinality x (book, entry, digest, no);
    v_head.position := v_head.position + cardinality(v_entries);
    update ledger_chain_head h set position = v_head.position, digest = v_head.digest,
        through_xid = v_head.through_xid, sealed_at = now()
      where h.school_id = v_school;
  end if;
  return query select cardinality(v_entries), v_head.position, v_head.digest;
end
$$;

-- Recomputes at most p_limit seals after p_position, whose digest was p_digest. Returns where it came
-- to and the first break found, or null.
create function ledger_prove_chain(p_position bigint, p_digest bytea, p_limit integer)
  returns table (reached bigint, digest bytea, breach text)
  language plpgsql set search_path = homeroom, pg_temp
  as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
  v_next record;
begin
  reached := p_position;
  digest := coalesce(p_digest, ledger_genesis(v_school));
  for v_next in
    select s.position, s.entry_id, s.digest, ledger_canonical(v_school, s.book_id, s.entry_id) said
      from ledger_seal s
      where s.school_id = v_school and s.position > p_position
      order by s.position limit p_limit
  loop
    if v_next.position <> reached + 1 then
      breach := format('seal %s is missing', reached + 1);
    elsif v_next.said is null then
      breach := format('entry %s of seal %s is missing', v_next.entry_id, v_next.position);
    else
      digest := sha256(digest || convert_to(v_next.said, 'UTF8'));
      if digest <> v_next.digest then
        breach := format('entry %s or its seal %s was changed', v_next.entry_id, v_next.position);
      end if;
    end if;
    exit when breach is not null;
    reached := v_next.position;
  end loop;
  return next;
end
$$;

-- Looks for the first contradiction in the school's books outside the chain; null when there is none.
create function ledger_prove_sums() returns text
  language plpgsql set search_path = homeroom, pg_temp
  as $$
declare
  v_school uuid := current_school();
  v_breach text;
begin
  select format('entry %s was slipped in behind the seals', e.id) into v_breach
    from ledger_entry e
    join ledger_chain_head h on h.school_id = v_school and e.xid < h.through_xid
    where e.school_id = v_school and not exists (
      select from ledger_seal s where s.school_id = v_school and s.entry_id = e.id)
    order by e.seq limit 1;
  if v_breach is not null then return v_breach; end if;

  select format('entry %s has %s postings that sum to %s', e.id, count(p.line),
      coalesce(sum(p.amount), 0)) into v_breach
    from ledger_entry e
    left join ledger_posting p
      on p.school_id = v_school and p.book_id = e.book_id and p.entry_id = e.id
    where e.school_id = v_school
    group by e.id having count(p.line) < 2 or sum(p.amount) <> 0
    order by e.id limit 1;
  if v_breach is not null then return v_breach; end if;

  -- Each row of a statement follows from the row before it.
  select format('account %s: version %s says %s after %s', x.account_id, x.account_version,
      x.balance_after, x.amount) into v_breach
    from (
      select p.account_id, p.account_version, p.amount, p.balance_after,
          lag(p.balance_after, 1, 0::bigint) over account as before,
          row_number() over account as turn
        from ledger_posting p
        where p.school_id = v_school and p.account_version is not null
        window account as (partition by p.account_id order by p.account_version)) x
    where x.balance_after <> x.before + x.amount or x.account_version <> x.turn
    order by x.account_id, x.account_version limit 1;
  if v_breach is not null then return v_breach; end if;

  select format('account %s holds %s but its postings sum to %s', b.account_id, b.balance, x.total)
      into v_breach
    from ledger_balance b
    left join lateral (
      select coalesce(sum(p.amount), 0) total, count(*) turns from ledger_posting p
        where p.school_id = v_school and p.account_id = b.account_id
          and (p.account_version is not null) = b.tracked) x on true
    where b.school_id = v_school and (b.balance <> x.total or (b.tracked and b.version <> x.turns))
    order by b.account_id limit 1;
  if v_breach is not null then return v_breach; end if;

  select format('book %s sums to %s', b.book_id, sum(b.balance)) into v_breach
    from ledger_balance b where b.school_id = v_school
    group by b.book_id having sum(b.balance) <> 0
    order by b.book_id limit 1;
  return v_breach;
end
$$;
