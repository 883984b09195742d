-- Reports on whether schools are apart, and the two schools that exist for them alone.

alter table tenancy_school drop constraint tenancy_school_kind_check;
alter table tenancy_school add constraint ck_tenancy_school_kind
  check (kind in ('school', 'district', 'canary'));
alter table tenancy_school drop constraint ck_tenancy_school_subdomain_of_school;
alter table tenancy_school add constraint ck_tenancy_school_subdomain_of_school
  check ((kind = 'district') = (subdomain is null));

-- Belongs to the district. What was found is text, because a signature is over the very characters.
create table operations_isolation_report (
  school_id uuid not null references tenancy_school,
  id uuid not null,
  state text not null check (state in ('running', 'clean', 'leaking', 'incomplete', 'failed')),
  requested_by uuid,                   -- null: from the server's command line
  begun_at timestamptz not null,
  ended_at timestamptz,
  content text,
  signature text,
  primary key (school_id, id),
  check ((state = 'running') = (ended_at is null)),
  check ((content is null) = (signature is null))
);
create index ix_operations_isolation_report_begun_at
  on operations_isolation_report (school_id, begun_at);
-- Two at a time would walk over each other's canaries.
create unique index ux_operations_isolation_report_running
  on operations_isolation_report (school_id) where state = 'running';
select tenant_table('operations_isolation_report', 'select, insert, update');

-- Tries, as the role that asks and for the bound school, to reach rows of other schools in a table;
-- returns what it reached, in words. Whatever it changes is taken back before it returns.
create function operations_probe(p_table text, p_other uuid) returns setof text
  language plpgsql set search_path = homeroom, pg_temp
  as $$
declare
  v_school uuid := current_school();
  v_count bigint := 0;
  v_column text;
begin
  begin
    execute format('select count(*) from %s where school_id is distinct from $1', p_table)
      into v_count using v_school;
    if v_count > 0 then
      return next format('%s rows of other schools can be read', v_count);
    end if;
    perform set_config('app.school_id', '', true);
    execute format('select count(*) from %s', p_table) into v_count;
    if v_count > 0 then
      return next format('%s rows can be read without a school', v_count);
    end if;
  exception when insufficient_privilege then
    null;                              -- no right to read it at all
  end;
  perform set_config('app.school_id', v_school::text, true);

  select quote_ident(a.attname) into v_column from pg_attribute a
    where a.attrelid = p_table::regclass and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and has_column_privilege(a.attrelid, a.attnum, 'update') limit 1;
  if v_column is not null then
    v_count := 0;
    begin
      execute format('update %1$s set %2$s = %2$s where school_id is distinct from $1',
        p_table, v_column) using v_school;
      get diagnostics v_count = row_count;
      raise exception 'taken back' using errcode = 'HR001';
    exception when others then
      if v_count > 0 then
        return next format('%s rows of other schools can be changed', v_count);
      end if;
    end;
  end if;

  if has_table_privilege(p_table, 'delete') then
    v_count := 0;
    begin
      execute format('delete from %s where school_id is distinct from $1', p_table) using v_school;
      get diagnostics v_count = row_count;
      raise exception 'taken back' using errcode = 'HR001';
    exception when others then
      if v_count > 0 then
        return next format('%s rows of other schools can be deleted', v_count);
      end if;
    end;
  end if;

  if has_table_privilege(p_table, 'insert') then
    begin
      execute format('insert into %s (school_id) values ($1)', p_table) using p_other;
      raise exception 'taken back' using errcode = 'HR001';
    exception
      when insufficient_privilege then
        null;                          -- the guard refused it
      when others then
        -- The guard comes before every other check of a row: what got further was let through.
        return next format('a row of another school gets past the guard (%s)', sqlstate);
    end;
  end if;
end
$$;
revoke execute on function operations_probe(text, uuid) from public;
grant execute on function operations_probe(text, uuid) to homeroom_app;
