-- Invitations of adults to a school or to the district (tenancy.md section 5). The link holds 256
-- random bits of which only the SHA-256 is kept. Expired is what is pending and late.

create table identity_invitation (
  school_id uuid not null references tenancy_school,
  id uuid not null,
  secret_hash bytea not null,
  role text not null check (role in ('teacher', 'parent', 'staff', 'school_admin',
    'district_admin', 'platform_admin', 'operator')),
  display_name text check (length(display_name) between 1 and 200),
  email text check (length(email) between 3 and 200),
  state text not null default 'pending' check (state in ('pending', 'accepted', 'revoked')),
  invited_by uuid not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  account_id uuid,
  settled_at timestamptz,
  primary key (school_id, id),
  unique (school_id, secret_hash),
  foreign key (school_id, account_id) references identity_account (school_id, id),
  check ((state = 'accepted') = (account_id is not null)),
  check ((state = 'pending') = (settled_at is null))
);
create index ix_identity_invitation_invited_at on identity_invitation (school_id, invited_at);
create unique index ux_identity_invitation_email
  on identity_invitation (school_id, lower(email)) where state = 'pending';

select tenant_table('identity_invitation', 'select, insert, update');
