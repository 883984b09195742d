-- Banks that book by themselves what has come due (domain/economy.md 6.3, 11.2, 18).

alter table banking_settings
  -- When each day, in the class's zone; null: booked by hand.
  add column books_at time,
  -- When that was set; the hours before are left alone.
  add column books_since timestamptz,
  add constraint ck_banking_settings_books_since check (books_at is null or books_since is not null);

-- As in V0070, with the new columns.
create or replace function banking_terms(p_class uuid) returns banking_settings
  language plpgsql stable
  set search_path = homeroom, pg_temp
as $$
declare
  v_terms banking_settings;
begin
  select * into v_terms from banking_settings s
    where s.school_id = current_school() and s.class_id = p_class;
  if not found then
    v_terms := row(current_school(), p_class, 0, 'year', 'compound', 'monthly', 'monthly', null, false,
      false, 5000, 'flat', 500, 1000, 1500, null, false, 2000, 0, null, null)::banking_settings;
  end if;
  return v_terms;
end
$$;

-- What a bank was to book by itself and was taken in hand: the interest of a period, due at the bank's
-- hour of the day after it, or what is due of loans and certificates at the hour of a day. One whose
-- outcome is missing is taken again after a while, because whoever had it may be gone.
create table banking_day (
  school_id uuid not null,
  class_id uuid not null,
  kind text not null check (kind in ('interest', 'due')),
  due_at timestamptz not null,
  taken_at timestamptz not null,
  outcome text check (outcome in ('started', 'empty')),
  -- What keeps it waiting.
  note text check (note in ('unfinished', 'changing', 'failed')),
  run_id uuid,
  primary key (school_id, class_id, kind, due_at),
  foreign key (school_id, class_id) references roster_class,
  foreign key (school_id, run_id) references banking_run,
  constraint ck_banking_day_run_of_its_own
    check ((run_id is not null) = (coalesce(outcome, 'empty') = 'started')),
  constraint ck_banking_day_waits check (note is null or outcome is null)
);
select tenant_table('banking_day', 'select, insert, update, delete');
