-- Second factors of people who sign in with a password (learning.md section 2).

-- One authenticator a person. The secret is sealed by the server's key (AES-GCM), so that a stolen
-- table makes no codes. A code is good for one time step, and no step is taken twice.
create table identity_totp (
  school_id uuid not null,
  account_id uuid not null,
  sealed_secret bytea not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  primary key (school_id, account_id),
  foreign key (school_id, account_id) references identity_account (school_id, id)
);

-- What lets somebody in who has lost the authenticator, once each: HMAC by the server's key.
create table identity_recovery_code (
  school_id uuid not null,
  account_id uuid not null,
  mark bytea not null,
  used_at timestamptz,
  primary key (school_id, account_id, mark),
  foreign key (school_id, account_id) references identity_account (school_id, id)
);

select tenant_table('identity_totp', 'select, insert, update, delete');
select tenant_table('identity_recovery_code', 'select, insert, update, delete');
