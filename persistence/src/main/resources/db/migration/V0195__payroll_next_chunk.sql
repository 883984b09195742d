-- Posting a batch looks up the kind of an entry where its lines are counted, instead of looking through
-- the whole batch for each line that takes from an account without a limit; and the next chunk of a
-- pay run is found by the index also while the run's lines were never counted.

create or replace function ledger_post(p_book uuid[], p_key text[], p_kind text[],
    p_description text[], p_cause_type text[], p_cause_id uuid[], p_actor uuid[],
    p_reversal_of uuid[], p_line_entry integer[], p_line_account uuid[], p_line_amount bigint[])
  returns table (entry_no integer, entry_id uuid, replayed boolean, account_id uuid,
    amount bigint, balance_after bigint)
  language plpgsql
  set search_path = homeroom, pg_temp
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
          and m.kind <> 'pay_correction')
      into v_in, v_of, v_line, v_account, v_amount, v_after, v_turn, v_short
      from (
        select e.book, e.id entry, e.kind, e.reversal_of, x.account, x.amount, a.firm, a.held,
            row_number() over (partition by x.entry order by x.no) line,
            a.balance + sum(x.amount) over account after,
            a.version + count(*) over account turn
          from unnest(p_line_entry, p_line_account, p_line_amount)
            with ordinality x (entry, account, amount, no)
          join unnest(v_id, p_book, p_kind, p_reversal_of)
              with ordinality e (id, book, kind, reversal_of, no)
            on e.no = x.entry and (v_all or e.id = any (v_new))
          left join unnest(v_account, v_balance, v_version, v_firm, v_held)
            a (id, balance, version, firm, held) on a.id = x.account
          window account as (partition by x.account order by x.entry, x.no)) m;
    if v_short then
      for v_tight in
        select m.account, m.after, m.amount
          from unnest(v_of, v_account, v_after, v_amount) m (entry, account, after, amount)
          join unnest(v_id, p_kind, p_reversal_of) e (id, kind, reversal_of) on e.id = m.entry
          join ledger_account a on a.school_id = v_school and a.id = m.account and a.tracked
          where m.after < a.held and m.amount < 0 and not a.allow_negative
            and e.reversal_of is null and e.kind <> 'pay_correction'
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

-- Those of a running run's students after one who are not paid yet, in order.
create function payroll_unpaid(p_run uuid, p_after uuid, p_limit integer) returns setof uuid
  language plpgsql stable
  set search_path = homeroom, pg_temp
  -- A plan made before the lines were ever counted reads them all for every chunk.
  set enable_seqscan = off
  set enable_bitmapscan = off
as $$
begin
  return query
    select l.student_id from payroll_line l
      where l.school_id = current_school() and l.run_id = p_run
        and l.student_id > coalesce(p_after, '00000000-0000-0000-0000-000000000000')
        and (l.entry_id is null and l.amount > 0 or exists (
          select from payroll_correction c
            where c.school_id = l.school_id and c.run_id = l.run_id
              and c.student_id = l.student_id and c.entry_id is null))
      order by l.student_id limit p_limit;
end
$$;
grant execute on function payroll_unpaid(uuid, uuid, integer) to homeroom_app;
