-- A school's own domain, by which its host is found. Stands here only once DNS has proved it.
alter table tenancy_school
  add column domain text unique
    constraint ck_tenancy_school_domain check (
      domain is null or kind = 'school' and length(domain) <= 253
      and domain ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$');

-- What a school asks for, until a TXT record with the token proves that the domain is its own.
create table tenancy_domain_request (
  school_id uuid primary key references tenancy_school,
  host text not null check (length(host) between 4 and 253),
  token text not null,
  requested_at timestamptz not null
);
select tenant_table('tenancy_domain_request', 'select, insert, update, delete');
