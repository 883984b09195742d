-- Where a person is signed in: one row for each browser session and each family of tokens. A row
-- that is gone ends its session or tokens with the next request. Deleted, not marked: that somebody
-- signed in and out stands in the audit.

create table identity_sign_in (
  school_id uuid not null references tenancy_school,
  id uuid not null,                   -- also the family of its tokens
  account_id uuid not null,
  home_school_id uuid not null references tenancy_school,
  kind text not null check (kind in ('browser', 'program')),
  device text not null check (length(device) between 1 and 100),
  ip text check (length(ip) <= 100),
  begun_at timestamptz not null,
  seen_at timestamptz not null,       -- give or take a minute
  primary key (school_id, id)
);
create index ix_identity_sign_in_account on identity_sign_in (school_id, account_id);
create index ix_identity_sign_in_seen_at on identity_sign_in (school_id, seen_at);

select tenant_table('identity_sign_in', 'select, insert, update, delete');
