-- Badges that students show instead of typing a user name; the PIN comes with it. One a student,
-- as SHA-256 of 80 random bits; a new one takes the place of the old.

create table identity_badge (
  school_id uuid not null,
  account_id uuid not null,
  code_hash bytea not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  primary key (school_id, account_id),
  unique (school_id, code_hash),
  foreign key (school_id, account_id) references identity_account (school_id, id)
);

select tenant_table('identity_badge', 'select, insert, update, delete');
