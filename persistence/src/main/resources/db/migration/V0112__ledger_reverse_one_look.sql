-- As in V0034, but each entry is looked up once, and not once per book of the school: its book is found
-- where it is sealed.
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
  v_all boolean;
  v_n integer := cardinality(p_entry);
begin
  -- A seal knows the book of its entry; what is not sealed yet is at the journal's end.
  select array_agg(s.book_id order by x.no), bool_and(s.book_id is not null)
    into v_book, v_all
    from unnest(p_entry) with ordinality x (id, no)
    left join ledger_seal s on s.school_id = v_school and s.entry_id = x.id;
  if not v_all then
    select array_agg(coalesce(x.book, e.book_id) order by x.no),
        min(x.id::text) filter (where x.book is null and e.id is null)
      into v_book, v_text
      from unnest(p_entry, v_book) with ordinality x (id, book, no)
      left join ledger_entry e on e.school_id = v_school and e.id = x.id and x.book is null
        and e.xid >= coalesce((select h.through_xid from ledger_chain_head h
          where h.school_id = v_school
            -- Not of a restored database, which numbers its transactions anew.
            and h.through_xid <= pg_snapshot_xmax(pg_current_snapshot())), '0'::xid8);
  end if;
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
