-- Try-out schools: a teacher is a student for ten minutes, in a school of its own that nobody else
-- sees. Everything in it goes when it ends, the journal too: the one exception to append-only, and
-- the only school kind it holds for.

alter table tenancy_school drop constraint ck_tenancy_school_kind;
alter table tenancy_school add constraint ck_tenancy_school_kind
  check (kind in ('school', 'district', 'canary', 'try_out'));
alter table tenancy_school
  add column of_school uuid references tenancy_school,
  add column opened_by uuid,
  add column ends_at timestamptz,
  add constraint ck_tenancy_school_try_out
    check (num_nonnulls(of_school, opened_by, ends_at) = case kind when 'try_out' then 3 else 0 end);
create unique index ux_tenancy_school_one_try_out on tenancy_school (of_school, opened_by);

-- A school that could become a try-out could lose its journal.
create function tenancy_school_kind_is_final() returns trigger
  language plpgsql
  as $$
begin
  raise exception 'a school stays of its kind' using errcode = 'restrict_violation';
end
$$;
create trigger kind_is_final before update of kind on tenancy_school
  for each row when (old.kind <> new.kind) execute function tenancy_school_kind_is_final();

create function tenancy_is_try_out(p_school uuid) returns boolean
  language sql stable set search_path = homeroom, pg_temp
  as $$ select exists (select from tenancy_school where id = p_school and kind = 'try_out') $$;

-- What is append-only refuses changes as before, and to be deleted from unless a try-out is bound; then
-- each row must be a try-out's.
do $$
declare
  v_final record;
begin
  for v_final in
    select t.tgname as name, t.tgrelid::regclass as of_table, t.tgfoid::regproc as does
      from pg_trigger t where t.tgfoid in ('ledger_refuse_change'::regproc, 'audit_entry_is_final'::regproc)
  loop
    execute format('drop trigger %I on %s', v_final.name, v_final.of_table);
    execute format('create trigger %I before update or truncate on %s for each statement execute function %s()',
      v_final.name, v_final.of_table, v_final.does);
    execute format('create trigger kept before delete on %s for each statement when (not tenancy_is_try_out(current_school())) execute function %s()',
      v_final.of_table, v_final.does);
    execute format('create trigger kept_row before delete on %s for each row when (not tenancy_is_try_out(old.school_id)) execute function %s()',
      v_final.of_table, v_final.does);
  end loop;
end
$$;

-- The owner of the tables sees no row of any school but of try-outs, and those only to take them away.
do $$
declare
  v_table text;
begin
  for v_table in
    select quote_ident(p.tablename) from pg_policies p
      where p.schemaname = 'homeroom' and p.policyname = 'tenant'
  loop
    execute format('create policy try_out on %s for all to %I using (tenancy_is_try_out(school_id))',
      v_table, current_user);
  end loop;
end
$$;
create or replace function tenant_table(p_table text, p_rights text) returns void
  language plpgsql
  as $$
begin
  execute format('alter table %I enable row level security', p_table);
  execute format('alter table %I force row level security', p_table);
  -- The sub-select is evaluated once per statement, not once per row.
  execute format(
    'create policy tenant on %I for all to homeroom_app using (school_id = (select current_school())) with check (school_id = (select current_school()))',
    p_table);
  execute format('create policy try_out on %I for all to %I using (tenancy_is_try_out(school_id))',
    p_table, current_user);
  execute format('revoke all on %I from public, homeroom_app', p_table);
  execute format('grant %s on %I to homeroom_app', p_rights, p_table);
end
$$;

-- Takes the bound school away with everything in it, when it is a try-out. The tables come from the
-- catalogue; one that others still point at, or that a trigger fills anew, goes in a later round.
create function tenancy_erase_try_out() returns void
  language plpgsql security definer set search_path = homeroom, pg_temp
  as $$
declare
  v_school uuid := current_school();
  v_table text;
  v_count bigint;
  v_deleted bigint;
  v_blocked boolean;
begin
  perform from tenancy_school where id = v_school and kind = 'try_out' for update;
  if not found then
    if exists (select from tenancy_school where id = v_school) then
      raise exception 'only a try-out is taken away' using errcode = 'restrict_violation';
    end if;
    return;                            -- somebody else has taken it away
  end if;
  loop
    v_deleted := 0;
    v_blocked := false;
    for v_table in
      select c.oid::regclass::text from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id' and not a.attisdropped
        where c.relnamespace = 'homeroom'::regnamespace and c.relkind in ('r', 'p')
          and not c.relispartition order by c.oid desc
    loop
      begin
        execute format('delete from %s where school_id = $1', v_table) using v_school;
        get diagnostics v_count = row_count;
        v_deleted := v_deleted + v_count;
      exception when foreign_key_violation then
        v_blocked := true;
      end;
    end loop;
    exit when v_deleted = 0;
  end loop;
  if v_blocked then
    raise exception 'rows of the try-out hold each other' using errcode = 'restrict_violation';
  end if;
  delete from tenancy_school where id = v_school;
end
$$;
revoke execute on function tenancy_erase_try_out() from public;
grant execute on function tenancy_erase_try_out() to homeroom_app;
