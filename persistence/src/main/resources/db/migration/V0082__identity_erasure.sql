-- Accounts that were deleted: the row stays as a pseudonym for what must be kept, without name, proofs
-- and roles. The receipt says what went and what had to stay.

alter table identity_account add column erased_at timestamptz;

create table identity_erasure (
  school_id uuid not null references tenancy_school,
  account_id uuid not null,
  erased_by uuid not null,
  erased_at timestamptz not null,
  receipt jsonb not null,
  primary key (school_id, account_id),
  foreign key (school_id, account_id) references identity_account (school_id, id)
);
select tenant_table('identity_erasure', 'select, insert');
