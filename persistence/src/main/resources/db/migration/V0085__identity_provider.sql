-- People whom the district's identity provider vouches for. The server speaks with the provider; here
-- stands whose account a person of the provider is.

-- The address by which a school knows a person; an administrator or an invitation gave it, never the
-- person, and the provider must have verified it.
create table identity_email (
  school_id uuid not null,
  account_id uuid not null,
  email text not null,
  email_mark bytea not null check (length(email_mark) = 32),
  primary key (school_id, account_id),
  unique (school_id, email_mark),
  foreign key (school_id, account_id) references identity_account (school_id, id)
);
comment on column identity_email.email is 'personal';

-- A person of a provider, by the mark of issuer and subject, is an account's owner.
create table identity_provider_link (
  school_id uuid not null,
  provider_mark bytea not null check (length(provider_mark) = 32),
  account_id uuid not null,
  issuer text not null check (length(issuer) between 1 and 500),
  linked_at timestamptz not null,
  primary key (school_id, provider_mark),
  -- One provider has one person of each account: an address that goes to somebody else opens nothing.
  unique (school_id, account_id, issuer),
  foreign key (school_id, account_id) references identity_account (school_id, id)
);

-- A browser on its way to the provider and back, found by the SHA-256 of its cookie. What the provider
-- said stands here from the return until the page after it, seconds later.
create table identity_provider_visit (
  school_id uuid not null references tenancy_school,
  id uuid not null,
  secret_hash bytea not null,
  -- Who wants to link; null when somebody wants to sign in. No foreign key: people of the district.
  account_id uuid,
  goal text,
  expires_at timestamptz not null,
  issuer text,
  subject text,
  email text,
  primary key (school_id, id),
  unique (school_id, secret_hash),
  check ((issuer is null) = (subject is null))
);
create index ix_identity_provider_visit_expires_at on identity_provider_visit (school_id, expires_at);
comment on column identity_provider_visit.subject is 'personal';
comment on column identity_provider_visit.email is 'personal';

select tenant_table('identity_email', 'select, insert, update, delete');
select tenant_table('identity_provider_link', 'select, insert, delete');
select tenant_table('identity_provider_visit', 'select, insert, update, delete');
