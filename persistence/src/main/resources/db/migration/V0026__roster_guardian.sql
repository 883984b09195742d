-- Who follows which pupil, and the codes by which a family comes in. A code is good once; of it
-- only a keyed hash is kept.

create table roster_guardian_code (
  school_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  code_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'taken', 'revoked')),
  settled_at timestamptz,
  guardian_id uuid,
  primary key (school_id, id),
  unique (school_id, code_hash),
  foreign key (school_id, student_id) references identity_account (school_id, id),
  foreign key (school_id, guardian_id) references identity_account (school_id, id),
  check ((state = 'open') = (settled_at is null)),
  check ((state = 'taken') = (guardian_id is not null))
);
create index ix_roster_guardian_code_student on roster_guardian_code (school_id, student_id, made_at);
create index ix_roster_guardian_code_guardian on roster_guardian_code (school_id, guardian_id);

create table roster_guardian (
  school_id uuid not null,
  student_id uuid not null,
  guardian_id uuid not null,
  since timestamptz not null,
  primary key (school_id, student_id, guardian_id),
  foreign key (school_id, student_id) references identity_account (school_id, id),
  foreign key (school_id, guardian_id) references identity_account (school_id, id)
);
create index ix_roster_guardian_guardian on roster_guardian (school_id, guardian_id);

select tenant_table('roster_guardian_code', 'select, insert, update');
select tenant_table('roster_guardian', 'select, insert, delete');
