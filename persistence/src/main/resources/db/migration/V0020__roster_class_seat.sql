-- Classes with join codes, seats that students claim, and the reports of uploaded lists.
-- Of a pupil only first name, last initial and the sum of the birth date's parts are kept
-- (domain/economy.md 2.1, 19); last names exist as keyed hashes alone.

create table roster_class (
  school_id uuid not null references tenancy_school,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  period text not null check (length(period) between 1 and 10 and period = upper(btrim(period))),
  join_code text not null check (join_code ~ '^[A-HJ-NP-Z2-9]{6}$'),
  zone text,
  currency text not null default 'TOK' check (currency ~ '^[A-Z]{3}$'),
  teacher_id uuid not null,
  created_at timestamptz not null,
  version bigint not null default 1,
  primary key (school_id, id),
  constraint ux_roster_class_one_per_teacher_and_period unique (school_id, teacher_id, period)
);
-- The one index that does not begin with the school: a code leads to one class of the platform.
-- Nobody can ask it anything, because codes are drawn at random by the server and never chosen.
create unique index ux_roster_class_join_code on roster_class (join_code);

create table roster_seat (
  school_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  first_name text not null check (length(first_name) between 1 and 200),
  last_initial text not null check (length(last_initial) between 1 and 4),
  dob_sum integer not null check (dob_sum between 1902 and 9999),
  claim_hash text not null,
  salt bytea not null check (length(salt) = 16),
  last_name_hashes text[] not null check (cardinality(last_name_hashes) > 0),
  student_id uuid,
  tap_enabled boolean not null default true,
  created_at timestamptz not null,
  claimed_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, class_id) references roster_class,
  constraint ux_roster_seat_one_per_pupil
    unique (school_id, class_id, first_name, last_initial, dob_sum),
  constraint ck_roster_seat_claimed_when_taken check ((student_id is null) = (claimed_at is null))
);
create unique index ux_roster_seat_student_once_per_class
  on roster_seat (school_id, class_id, student_id) where student_id is not null;
create index ix_roster_seat_student on roster_seat (school_id, student_id) where student_id is not null;

-- A seat recognised by its pupil; the id is the secret that the second step of claiming presents.
create table roster_claim (
  school_id uuid not null,
  id uuid not null,
  seat_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, seat_id) references roster_seat on delete cascade
);
create index ix_roster_claim_seat on roster_claim (school_id, seat_id);

-- Wrong claims in a window, by a keyed hash of who was asked for or of where it came from.
create table roster_claim_attempt (
  school_id uuid not null references tenancy_school,
  subject bytea not null,
  failures integer not null check (failures > 0),
  since timestamptz not null,
  primary key (school_id, subject)
);

create table roster_import (
  school_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  imported_by uuid not null,
  file_name text check (length(file_name) <= 200),
  accepted integer not null,
  skipped integer not null,
  rejected integer not null,
  created_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, class_id) references roster_class
);
create index ix_roster_import_class on roster_import (school_id, class_id, created_at desc);

-- What became of each line, and the class it went to. The value is the refused cell alone, shortened, never a whole row.
create table roster_import_row (
  school_id uuid not null,
  import_id uuid not null,
  line integer not null,
  class_id uuid,
  outcome text not null check (outcome in ('accepted', 'skipped', 'rejected')),
  code text not null,
  field text,
  value text check (length(value) <= 60),
  message text not null,
  primary key (school_id, import_id, line),
  foreign key (school_id, import_id) references roster_import,
  foreign key (school_id, class_id) references roster_class
);

select tenant_table('roster_class', 'select, insert, update');
select tenant_table('roster_seat', 'select, insert, update, delete');
select tenant_table('roster_claim', 'select, insert, delete');
select tenant_table('roster_claim_attempt', 'select, insert, update, delete');
select tenant_table('roster_import', 'select, insert');
select tenant_table('roster_import_row', 'select, insert');
