-- Keys of the schools, by which personal data is sealed (economy.md section 19). Each is wrapped by a
-- key of the installation that only the server's credential store holds.

create table privacy_data_key (
  school_id uuid not null references tenancy_school,
  -- seal: AES-256-GCM of values, a new one with each rotation. mark: HMAC of blind indexes, one for ever.
  purpose text not null check (purpose in ('seal', 'mark')),
  number integer not null check (number > 0),
  master_id text not null,
  wrapped bytea not null,
  created_at timestamptz not null default now(),
  -- No column holds values of it any more. It is kept: the audit and backups still do.
  retired_at timestamptz,
  primary key (school_id, purpose, number)
);
select tenant_table('privacy_data_key', 'select, insert, update (master_id, wrapped, retired_at)');

-- Which keys of the installation have wrapped anything, by an id that tells nothing of them. A server
-- without one of these cannot serve.
create table privacy_master_key (
  id text primary key,
  first_used_at timestamptz not null default now()
);
grant select, insert on privacy_master_key to homeroom_app;
