-- The rules for spending more than there is hold for fines, purchases and rent (domain/economy.md 6.4 and
-- the bank settings). Any other debit, such as a payment below zero or a fee for everyone, takes only what
-- is there. Else as V0075.

drop function banking_outcome(uuid, text, uuid[], bigint[]);

-- What would become of each amount on the student's account of that kind:
--   posted     the account holds it, or the amount is a gain
--   covered    the shortfall of a fine, a purchase or rent comes out of savings first
--   overdrawn  a fine, a purchase or rent takes the account below zero and a fee is charged
--   short      refused
-- The answer stands only while the caller holds the accounts.
create function banking_outcome(p_class uuid, p_account text, p_student uuid[], p_amount bigint[],
    p_kind text default 'bonus')
  returns table (turn bigint, student_id uuid, amount bigint, account_id uuid, holds bigint,
    savings_id uuid, spare bigint, fee bigint, outcome text, held bigint)
  language plpgsql stable
  set search_path = homeroom, pg_temp
as $$
#variable_conflict use_column
declare
  v_terms banking_settings := banking_terms(p_class);
begin
  return query
    select x.no, x.student, x.amount, a.id, a.balance, s.id, s.balance, f.fee,
        case
          when x.amount >= 0 or a.balance - h.held + x.amount >= 0 then 'posted'
          when p_account <> 'checking' or p_kind not in ('fine', 'purchase', 'rent') then 'short'
          when v_terms.overdraft_protection and s.balance + a.balance - h.held + x.amount >= 0 then 'covered'
          when not v_terms.overdraft_protection and v_terms.overdraft_fees
            and a.balance - h.held + x.amount - f.fee >= -v_terms.overdraft_limit then 'overdrawn'
          else 'short' end,
        h.held
      from unnest(p_student, p_amount) with ordinality x (student, amount, no)
      left join ledger_account a on a.school_id = current_school() and a.book_id = p_class
        and a.kind = p_account and a.owner_id = x.student
      left join ledger_account s on s.school_id = current_school() and s.book_id = p_class
        and s.kind = 'savings' and s.owner_id = x.student
      cross join lateral (
        select case when a.held > 0 then ledger_held(a.id) else 0 end as held) h
      left join lateral (select banking_fee(v_terms, a.id) as fee
        where x.amount < 0 and a.balance - h.held + x.amount < 0 and v_terms.overdraft_fees
          and not v_terms.overdraft_protection) f on true
      order by x.no;
end
$$;
grant execute on function banking_outcome(uuid, text, uuid[], bigint[], text) to homeroom_app;

-- Moves each student's amount between the account of that kind and the class's own, one entry each under
-- the key p_key:student; a key that is known moves nothing again. When somebody is short, nobody's money
-- moves and the answer has only those; else one row per student.
-- Raises HR409 when a key was used for other content.
create or replace function banking_move(p_class uuid, p_key text, p_kind text, p_text text, p_cause_type text,
    p_account text, p_counter text, p_student uuid[], p_cause uuid[], p_amount bigint[], p_actor uuid)
  returns table (student_id uuid, entry_id uuid, amount bigint, balance_after bigint, holds bigint,
    spare bigint, outcome text, replayed boolean)
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
  v_counter uuid;
  v_fees uuid;
  v_known uuid[];
  v_each record;
  v_posted record;
begin
  perform from ledger_account a
    where a.school_id = v_school and a.book_id = p_class and a.owner_id = any (p_student)
      and a.kind in ('checking', 'savings')
    order by a.id for no key update;
  select max(a.id::text) filter (where a.kind = p_counter)::uuid,
      max(a.id::text) filter (where a.kind = 'fine_income')::uuid
    into v_counter, v_fees
    from ledger_account a
    where a.school_id = v_school and a.book_id = p_class and a.owner_id is null;
  select coalesce(array_agg(x.student), '{}') into v_known
    from unnest(p_student) x (student)
    join ledger_entry e on e.school_id = v_school
      and e.idempotency_key = p_key || ':' || x.student;

  return query
    select o.student_id, null::uuid, o.amount, null::bigint, o.holds - o.held, o.spare, o.outcome, false
      from banking_outcome(p_class, p_account, p_student, p_amount, p_kind) o
      where o.outcome = 'short' and o.student_id <> all (v_known);
  if found then
    return;
  end if;

  for v_each in
    select o.*, p_cause[o.turn] as cause, o.student_id = any (v_known) as known
      from banking_outcome(p_class, p_account, p_student, p_amount, p_kind) o order by o.turn
  loop
    if v_each.outcome = 'covered' and not v_each.known then
      perform from ledger_post(array[p_class], array[p_key || ':' || v_each.student_id || ':cover'],
        array['transfer'], array['From savings to cover the rest'], array['person'],
        array[v_each.student_id], array[p_actor], array[null::uuid], array[1, 1],
        array[v_each.savings_id, v_each.account_id],
        array[v_each.holds - v_each.held + v_each.amount,
          v_each.held - v_each.holds - v_each.amount]);
    elsif v_each.outcome = 'overdrawn' and not v_each.known then
      update ledger_account a set allow_negative = true
        where a.school_id = v_school and a.id = v_each.account_id;
    end if;
    select p.entry_id, p.balance_after, p.replayed into v_posted
      from ledger_post(array[p_class], array[p_key || ':' || v_each.student_id], array[p_kind],
        array[p_text], array[p_cause_type], array[v_each.cause], array[p_actor], array[null::uuid],
        array[1, 1], array[v_each.account_id, v_counter], array[v_each.amount, -v_each.amount]) p
      where p.account_id = v_each.account_id;
    if v_each.outcome = 'overdrawn' and not v_each.known then
      if v_each.fee > 0 then
        perform from ledger_post(array[p_class], array[p_key || ':' || v_each.student_id || ':fee'],
          array['overdraft_fee'], array['Fee for going below zero'], array['entry'],
          array[v_posted.entry_id], array[p_actor], array[null::uuid], array[1, 1],
          array[v_each.account_id, v_fees], array[-v_each.fee, v_each.fee]);
      end if;
      update ledger_account a set allow_negative = false
        where a.school_id = v_school and a.id = v_each.account_id;
    end if;
    student_id := v_each.student_id;
    entry_id := v_posted.entry_id;
    amount := v_each.amount;
    balance_after := v_posted.balance_after;
    holds := v_each.holds;
    spare := v_each.spare;
    outcome := v_each.outcome;
    replayed := v_posted.replayed;
    return next;
  end loop;
end
$$;
