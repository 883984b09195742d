-- How far a new teacher is in the five steps of the first day (economy.md 13).

create table economy_onboarding (
  school_id uuid not null,
  teacher_id uuid not null,
  current_step integer not null default 1 check (current_step between 1 and 5),
  done integer[] not null default '{}' check (done <@ array[1, 2, 3, 4, 5]),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  completed_at timestamptz,
  skipped_at timestamptz,
  primary key (school_id, teacher_id),
  foreign key (school_id, teacher_id) references identity_account (school_id, id),
  check (completed_at is null or skipped_at is null)
);

select tenant_table('economy_onboarding', 'select, insert, update, delete');
