-- Closing a class or a teacher's account at the teacher's wish, or after half a year of absence
-- (economy.md 13 and 14). Closed, not deleted: the journal and the taps must stay provable.

create table roster_deletion_request (
  school_id uuid not null,
  id uuid not null,
  teacher_id uuid not null,
  kind text not null check (kind in ('period', 'account')),
  class_id uuid,
  period text check (length(period) between 1 and 10),
  reason text,
  state text not null default 'pending'
    check (state in ('pending', 'approved', 'rejected', 'withdrawn')),
  requested_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (school_id, id),
  foreign key (school_id, teacher_id) references identity_account (school_id, id),
  foreign key (school_id, class_id) references roster_class,
  check ((kind = 'period') = (class_id is not null) and (kind = 'period') = (period is not null)),
  check ((state = 'pending') = (resolved_at is null) and (state = 'pending') = (resolved_by is null))
);
create unique index ux_roster_deletion_request_one_pending
  on roster_deletion_request (school_id, teacher_id, kind, coalesce(class_id, teacher_id))
  where state = 'pending';
create index ix_roster_deletion_request_requested_at
  on roster_deletion_request (school_id, requested_at desc);
create index ix_roster_deletion_request_class on roster_deletion_request (school_id, class_id);
comment on column roster_deletion_request.reason is 'personal';

-- What was closed, by whom and why it might be, with the receipt of what went and what had to stay.
create table roster_closing (
  school_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('period', 'account')),
  teacher_id uuid,
  class_id uuid,
  ground text not null check (ground in ('request', 'absence')),
  closed_by uuid not null,
  closed_at timestamptz not null,
  receipt jsonb not null,
  primary key (school_id, id),
  foreign key (school_id, teacher_id) references identity_account (school_id, id),
  foreign key (school_id, class_id) references roster_class
);
create index ix_roster_closing_closed_at on roster_closing (school_id, closed_at desc);
create index ix_roster_closing_teacher on roster_closing (school_id, teacher_id);
create index ix_roster_closing_class on roster_closing (school_id, class_id);

-- A period that was closed may be opened anew, with another code.
drop index ux_roster_class_one_per_teacher_and_period;
create unique index ux_roster_class_one_per_teacher_and_period
  on roster_class (school_id, teacher_id, period) where sourced_id is null and ended_at is null;

select tenant_table('roster_deletion_request', 'select, insert, update');
select tenant_table('roster_closing', 'select, insert');
