-- People, what they may do, and the proofs they sign in with. People who work across schools
-- (operator, district and platform administrators) live in the district's tenant.

create table identity_account (
  school_id uuid not null references tenancy_school,
  id uuid not null,
  username text not null check (username ~ '^[[:alnum:]][[:alnum:]._@+-]{1,99}$'),
  display_name text not null check (length(display_name) between 1 and 200),
  kind text not null check (kind in ('adult', 'student')),
  -- Self-describing Argon2id strings; the cost may rise without touching stored ones.
  password_hash text,
  pin_hash text,
  passphrase_hash text,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  version bigint not null default 1,
  primary key (school_id, id)
);
create unique index ux_identity_account_username on identity_account (school_id, lower(username));

create table identity_role (
  school_id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('student', 'teacher', 'parent', 'staff', 'school_admin',
    'district_admin', 'platform_admin', 'operator')),
  primary key (school_id, account_id, role),
  foreign key (school_id, account_id) references identity_account (school_id, id)
);

-- Wrong tries, counted by the name that was typed, whether or not it belongs to anybody: a stranger
-- must not learn from the counting which names exist. The name is kept as a SHA-256 only, because
-- people type passwords into the wrong field.
create table identity_attempt (
  school_id uuid not null references tenancy_school,
  name_hash bytea not null,
  failed integer not null,
  resting_until timestamptz,
  last_at timestamptz not null,
  primary key (school_id, name_hash)
);
create index ix_identity_attempt_last_at on identity_attempt (school_id, last_at);

-- Bearer tokens, as SHA-256. A family is one sign-in; each refresh replaces the pair before it.
-- No foreign key to the account: a district person's account stands in another tenant (home).
create table identity_token (
  school_id uuid not null references tenancy_school,
  id uuid not null,
  token_hash bytea not null,
  kind text not null check (kind in ('access', 'refresh')),
  family_id uuid not null,
  account_id uuid not null,
  home_school_id uuid not null references tenancy_school,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (school_id, id),
  unique (school_id, token_hash)
);
create index ix_identity_token_family on identity_token (school_id, family_id);
create index ix_identity_token_account on identity_token (school_id, account_id);
create index ix_identity_token_expires_at on identity_token (school_id, expires_at);

-- One-time tickets that open a socket where no cookie travels.
create table identity_ticket (
  school_id uuid not null references tenancy_school,
  ticket_hash bytea not null,
  channel text not null,
  account_id uuid not null,
  home_school_id uuid not null references tenancy_school,
  expires_at timestamptz not null,
  primary key (school_id, ticket_hash)
);

-- First results of writes that carried an Idempotency-Key; status is null while one is under way.
create table identity_idempotency (
  school_id uuid not null references tenancy_school,
  account_id uuid not null,
  key text not null check (length(key) between 1 and 100),
  route text not null,
  request_hash bytea not null,
  begun_at timestamptz not null,
  status integer,
  content_type text,
  response bytea,
  primary key (school_id, account_id, key)
);
create index ix_identity_idempotency_begun_at on identity_idempotency (school_id, begun_at);

select tenant_table('identity_account', 'select, insert, update');
select tenant_table('identity_role', 'select, insert, delete');
select tenant_table('identity_attempt', 'select, insert, update, delete');
select tenant_table('identity_token', 'select, insert, update, delete');
select tenant_table('identity_ticket', 'select, insert, delete');
select tenant_table('identity_idempotency', 'select, insert, update, delete');
