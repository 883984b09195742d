-- The checks of single columns of the journal become domains. PostgreSQL parses and plans the check of a
-- table for every statement on it, the check of a domain once per connection; an update of a balance
-- checked the account's kind again each time. And a counted repetition costs a regular expression ten
-- times its match. What is refused is what was refused before, with the same error (23514).

create domain ledger_word as text;
create domain ledger_key as text;
create domain ledger_description as text;
create domain ledger_held_amount as bigint;

-- Nothing is rewritten, because the domains have no constraints yet; the view stands in the way.
drop view ledger_balance;
alter table ledger_account
  drop constraint ledger_account_kind_check,
  drop constraint ledger_account_held_check,
  alter column kind type ledger_word,
  alter column held type ledger_held_amount;
alter table ledger_entry
  drop constraint ck_ledger_entry_words,
  alter column kind type ledger_word,
  alter column cause_type type ledger_word,
  alter column idempotency_key type ledger_key,
  alter column description type ledger_description;

alter domain ledger_word add constraint ck_ledger_word
  check (length(value) between 2 and 40 and value ~ '^[a-z][a-z_]*$');
alter domain ledger_key add constraint ck_ledger_key check (length(value) between 1 and 200);
alter domain ledger_description add constraint ck_ledger_description
  check (length(value) between 1 and 255);
alter domain ledger_held_amount add constraint ck_ledger_held_amount check (value >= 0);

-- As in V0033.
create view ledger_balance with (security_invoker = true) as
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
grant select on ledger_balance to homeroom_app;
