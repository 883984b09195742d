-- People with an account at several schools. Each school keeps its own account, role and proofs; a
-- row at each of the two says that both are the same person's, who proved it by signing in to both.
create table identity_membership (
  school_id uuid not null,
  account_id uuid not null,
  other_school_id uuid not null references tenancy_school,
  other_account_id uuid not null,
  since timestamptz not null,
  primary key (school_id, account_id, other_school_id),
  foreign key (school_id, account_id) references identity_account (school_id, id),
  check (other_school_id <> school_id)
);

-- What lets somebody in who comes over from another school, as SHA-256, good once for a minute.
create table identity_hand_over (
  school_id uuid not null,
  code_hash bytea not null,
  account_id uuid not null,
  expires_at timestamptz not null,
  primary key (school_id, code_hash),
  foreign key (school_id, account_id) references identity_account (school_id, id)
);
create index ix_identity_hand_over_expires_at on identity_hand_over (school_id, expires_at);
create index ix_identity_hand_over_account on identity_hand_over (school_id, account_id);

select tenant_table('identity_membership', 'select, insert, update, delete');
select tenant_table('identity_hand_over', 'select, insert, delete');
