-- Passkeys (WebAuthn): public keys of authenticators that people sign in with instead of a password.

-- A passkey belongs to the host it was made at: browsers offer it nowhere else.
create table identity_passkey (
  school_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  credential_id bytea not null check (length(credential_id) between 1 and 1023),
  host text not null,
  credential bytea not null,              -- attested credential data: model, id, public key
  sign_count bigint not null,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (school_id, id),
  unique (school_id, credential_id),
  foreign key (school_id, account_id) references identity_account (school_id, id)
);
create index ix_identity_passkey_account on identity_passkey (school_id, account_id);

-- What an authenticator is asked to sign, as SHA-256, good once for five minutes. The account is
-- known when it registers and unknown when it signs in.
create table identity_challenge (
  school_id uuid not null references tenancy_school,
  challenge_hash bytea not null,
  account_id uuid,
  expires_at timestamptz not null,
  primary key (school_id, challenge_hash)
);
create index ix_identity_challenge_expires_at on identity_challenge (school_id, expires_at);

select tenant_table('identity_passkey', 'select, insert, update, delete');
select tenant_table('identity_challenge', 'select, insert, delete');
