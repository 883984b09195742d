-- Recovery of a teacher who lost every way in, with the help of students (economy.md 15).

-- What the teacher said beforehand: a slow salted hash of the sum of the birth date's parts.
create table roster_recovery_setup (
  school_id uuid not null,
  teacher_id uuid not null,
  proof_hash text not null,
  set_at timestamptz not null,
  primary key (school_id, teacher_id),
  foreign key (school_id, teacher_id) references identity_account (school_id, id)
);

-- One request for help. Its holder presents a token of which only a keyed hash is kept. Open until the
-- students' codes are right, proved until the new factor is; what is open past its end is expired.
create table roster_recovery (
  school_id uuid not null,
  id uuid not null,
  teacher_id uuid not null,
  state text not null default 'open' check (state in ('open', 'proved', 'verified', 'cancelled')),
  token_hash bytea not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  settled_at timestamptz,
  username text,                      -- the one that the teacher wants from now on
  saved text,                         -- codes that were typed in so far
  resume_hash text,                   -- of the PIN that brings them back
  sealed_secret bytea,                -- of the new authenticator, until it is confirmed
  primary key (school_id, id),
  unique (school_id, token_hash),
  foreign key (school_id, teacher_id) references identity_account (school_id, id),
  check ((state in ('open', 'proved')) = (settled_at is null)),
  check ((state = 'proved') = (sealed_secret is not null))
);
create unique index ux_roster_recovery_one_running on roster_recovery (school_id, teacher_id)
  where settled_at is null;
create index ix_roster_recovery_teacher on roster_recovery (school_id, teacher_id);
comment on column roster_recovery.username is 'personal';
comment on column roster_recovery.saved is 'personal';

-- Who was asked. The hash is of the request and the six digits together, slow and salted.
create table roster_recovery_helper (
  school_id uuid not null,
  recovery_id uuid not null,
  student_id uuid not null,
  code_hash text,
  coded_at timestamptz,
  dismissed_at timestamptz,
  primary key (school_id, recovery_id, student_id),
  foreign key (school_id, recovery_id) references roster_recovery on delete cascade,
  foreign key (school_id, student_id) references identity_account (school_id, id),
  check ((code_hash is null) = (coded_at is null))
);
create index ix_roster_recovery_helper_student on roster_recovery_helper (school_id, student_id);

-- Tries in the hour, by a keyed hash of where they come from or of what they are about.
create table roster_recovery_try (
  school_id uuid not null references tenancy_school,
  subject bytea not null,
  tries integer not null,
  since timestamptz not null,
  primary key (school_id, subject)
);
create index ix_roster_recovery_try_since on roster_recovery_try (school_id, since);

select tenant_table('roster_recovery_setup', 'select, insert, update, delete');
select tenant_table('roster_recovery', 'select, insert, update, delete');
select tenant_table('roster_recovery_helper', 'select, insert, update, delete');
select tenant_table('roster_recovery_try', 'select, insert, update, delete');
