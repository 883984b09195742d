-- The platform's list of schools and the two functions every later migration builds on.
-- Roles homeroom_owner (runs this), homeroom_app and homeroom_platform exist before.

create table tenancy_school (
  id uuid primary key,
  name text not null check (length(name) between 1 and 255),
  subdomain text unique check (subdomain ~ '^[a-z0-9](?:[a-z0-9-]{1,61}[a-z0-9])$'),
  zone text not null,
  language text not null default 'en' check (language in ('en', 'sw', 'es', 'fr')),
  kind text not null default 'school' check (kind in ('school', 'district')),
  status text not null default 'active' check (status in ('active', 'suspended')),
  created_at timestamptz not null default now(),
  constraint ck_tenancy_school_subdomain_of_school check ((kind = 'school') = (subdomain is not null))
);
create unique index ux_tenancy_school_one_district on tenancy_school (kind) where kind = 'district';
grant select, insert, update on tenancy_school to homeroom_app;
grant select on tenancy_school to homeroom_platform;

-- Empty after the first transaction of a connection that had set it, hence nullif.
create function current_school() returns uuid
  language sql stable
  as $$ select nullif(current_setting('app.school_id', true), '')::uuid $$;
grant execute on function current_school() to homeroom_app, homeroom_platform;

-- Puts a table under row-level security for every verb and gives the application exactly the named
-- rights. Every table with a school_id is handed to it by the migration that creates the table.
create function tenant_table(p_table text, p_rights text) returns void
  language plpgsql
  as $$
begin
  execute format('alter table %I enable row level security', p_table);
  execute format('alter table %I force row level security', p_table);
  -- The sub-select is evaluated once per statement, not once per row.
  execute format(
    'create policy tenant on %I for all to homeroom_app using (school_id = (select current_school())) with check (school_id = (select current_school()))',
    p_table);
  execute format('revoke all on %I from public, homeroom_app', p_table);
  execute format('grant %s on %I to homeroom_app', p_rights, p_table);
end
$$;
revoke execute on function tenant_table(text, text) from public;
