-- Money between two accounts of one class (domain/economy.md 6.2), decided while both are held.

-- Moves p_amount between two accounts of one book under the key. p_limit is the most that the account
-- may send to other students since p_since; null for own accounts. Answers posted, or without moving
-- anything short or limit. Raises HR409 when the key was used for other content.
create function banking_transfer(p_from uuid, p_to uuid, p_amount bigint, p_key text, p_kind text,
    p_text text, p_cause uuid, p_actor uuid, p_since timestamptz, p_limit bigint)
  returns table (outcome text, entry_id uuid, balance_after bigint, holds bigint, sent bigint,
    replayed boolean)
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
  v_book uuid;
begin
  perform from ledger_account a
    where a.school_id = v_school and a.id in (p_from, p_to) order by a.id for no key update;
  select a.book_id, a.balance into v_book, holds
    from ledger_account a where a.school_id = v_school and a.id = p_from;
  sent := 0;
  if not exists (select from ledger_entry e
      where e.school_id = v_school and e.idempotency_key = p_key) then
    if holds < p_amount then
      outcome := 'short';
      return next;
      return;
    end if;
    if p_limit is not null then
      select coalesce(-sum(p.amount), 0) into sent
        from ledger_posting p
        join ledger_entry e
          on e.school_id = p.school_id and e.book_id = p.book_id and e.id = p.entry_id
        where p.school_id = v_school and p.account_id = p_from and p.account_version is not null
          and p.amount < 0 and e.kind = p_kind and e.recorded_at >= p_since
          and not exists (select from ledger_entry r
            where r.school_id = v_school and r.reversal_of = e.id);
      if sent + p_amount > p_limit then
        outcome := 'limit';
        return next;
        return;
      end if;
    end if;
  end if;
  select p.entry_id, p.balance_after, p.replayed into entry_id, balance_after, replayed
    from ledger_post(array[v_book], array[p_key], array[p_kind], array[p_text], array['person'],
      array[p_cause], array[p_actor], array[null::uuid], array[1, 1], array[p_from, p_to],
      array[-p_amount, p_amount]) p
    where p.account_id = p_from;
  outcome := 'posted';
  return next;
end
$$;
grant execute on function banking_transfer(uuid, uuid, bigint, text, text, text, uuid, uuid,
  timestamptz, bigint) to homeroom_app;
