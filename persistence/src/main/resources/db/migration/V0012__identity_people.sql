-- What the list of people sorts and searches by, and links with which a person chooses new proofs.

create index ix_identity_account_name on identity_account (school_id, lower(display_name), id);

-- Secrets as SHA-256. Used ones stay until the next link for the same person.
create table identity_reset (
  school_id uuid not null references tenancy_school,
  account_id uuid not null,
  secret_hash bytea not null,
  made_by uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (school_id, account_id),
  unique (school_id, secret_hash),
  foreign key (school_id, account_id) references identity_account (school_id, id)
);

select tenant_table('identity_reset', 'select, insert, update, delete');
