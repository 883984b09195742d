-- Where a student's PIN is enough. Elsewhere badge or passphrase come with it, once: the browser is known then.

-- A browser is the SHA-256 of 256 random bits in its cookie.
create table identity_known_browser (
  school_id uuid not null,
  account_id uuid not null,
  browser_hash bytea not null,
  known_at timestamptz not null,
  seen_at timestamptz not null,        -- give or take a day
  primary key (school_id, account_id, browser_hash),
  foreign key (school_id, account_id) references identity_account (school_id, id)
);
create index ix_identity_known_browser_browser on identity_known_browser (school_id, browser_hash);
create index ix_identity_known_browser_seen_at on identity_known_browser (school_id, seen_at);

-- What a school decided; no row is a school that has not.
create table identity_pin_rule (
  school_id uuid not null references tenancy_school,
  enough text not null check (enough in ('known', 'programs', 'anywhere')),
  changed_by uuid,                     -- null: the demonstration
  changed_at timestamptz not null,
  version bigint not null default 1,
  primary key (school_id)
);

select tenant_table('identity_known_browser', 'select, insert, update, delete');
select tenant_table('identity_pin_rule', 'select, insert, update');
