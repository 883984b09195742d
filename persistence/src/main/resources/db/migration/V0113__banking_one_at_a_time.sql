-- Locking savings and taking entries back, each decided under the lock of what it decides on.

-- As in V0110, but an id that was used for another certificate raises HR409, and one that was used for
-- the same answers replayed.
create or replace function banking_certificate_open(p_id uuid, p_student uuid, p_product uuid, p_amount bigint,
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
  v_stored banking_certificate;
begin
  select * into v_product from banking_product p where p.school_id = v_school and p.id = p_product;
  select v_product.rate_micros + l.inflation_micros into v_rate
    from banking_lending_terms(v_product.class_id) l;
  v_locked := banking_account(v_product.class_id, 'certificate', p_student);
  perform banking_hold_accounts(v_product.class_id, array[p_student]);
  select * into v_stored from banking_certificate c where c.school_id = v_school and c.id = p_id;
  if found then
    if (v_stored.student_id, v_stored.product_id, v_stored.amount)
        is distinct from (p_student, p_product, p_amount) then
      raise exception 'the key certificate:% was used for another entry', p_id using errcode = 'HR409';
    end if;
    outcome := 'replayed';
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
  outcome := 'posted';
end
$$;

-- As in V0110, but first holds the students' accounts and then their loans and certificates, as
-- everybody does, so that what was paid in between is seen.
create or replace function banking_untie(p_entries uuid[]) returns boolean
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
declare
  v_school uuid := current_school();
  v_loans uuid[];
  v_certificates uuid[];
  v_class uuid;
  v_students uuid[];
begin
  select coalesce(array_agg(x.id order by x.id), '{}') into v_loans
    from (
      select l.id from banking_loan l where l.school_id = v_school and l.entry_id = any (p_entries)
      union
      select i.loan_id from banking_instalment i
        where i.school_id = v_school and i.entry_id = any (p_entries)) x;
  select coalesce(array_agg(x.id order by x.id), '{}') into v_certificates
    from (
      select c.id from banking_certificate c
        where c.school_id = v_school and c.entry_id = any (p_entries)
      union
      select c.id from banking_certificate c
        where c.school_id = v_school and c.end_entry_id = any (p_entries)) x;
  for v_class, v_students in
    select x.class_id, array_agg(x.student_id)
      from (
        select l.class_id, l.student_id from banking_loan l
          where l.school_id = v_school and l.id = any (v_loans)
        union
        select c.class_id, c.student_id from banking_certificate c
          where c.school_id = v_school and c.id = any (v_certificates)) x
      group by x.class_id
      order by x.class_id
  loop
    perform banking_hold_accounts(v_class, v_students);
  end loop;
  perform from banking_loan l
    where l.school_id = v_school and l.id = any (v_loans) order by l.id for update;
  perform from banking_certificate c
    where c.school_id = v_school and c.id = any (v_certificates) order by c.id for update;

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
