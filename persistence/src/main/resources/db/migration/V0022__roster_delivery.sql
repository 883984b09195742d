-- Rosters delivered by a school information system as OneRoster files. A delivery is read and compared
-- first and changes nothing; applying it is a job. What the source says of a school is kept in the
-- tables below by sourcedId, the source's own key, so that the next delivery can be compared with it.

-- The source's key of the school itself; null until a delivery named the school.
alter table tenancy_school add column sourced_id text check (length(sourced_id) between 1 and 255);
create unique index ux_tenancy_school_sourced_id on tenancy_school (sourced_id) where sourced_id is not null;

-- A class of the source may be without a teacher, and several of its teacher's may lie in one period.
alter table roster_class
  alter column teacher_id drop not null,
  drop constraint ux_roster_class_one_per_teacher_and_period,
  add column sourced_id text check (length(sourced_id) between 1 and 255),
  add column ended_at timestamptz;
create unique index ux_roster_class_one_per_teacher_and_period
  on roster_class (school_id, teacher_id, period) where sourced_id is null;
create unique index ux_roster_class_sourced_id on roster_class (school_id, sourced_id)
  where sourced_id is not null;
create index ix_roster_class_teacher on roster_class (school_id, teacher_id);

-- A seat that the source filled needs no birth date, and two of a class may look alike. A student who
-- leaves keeps the seat: what was earned and said in it stays readable.
alter table roster_seat
  alter column dob_sum drop not null,
  alter column claim_hash drop not null,
  drop constraint ux_roster_seat_one_per_pupil,
  add column rostered boolean not null default false,
  add column left_at timestamptz,
  add constraint ck_roster_seat_recognises
    check ((dob_sum is null) = (claim_hash is null) and (rostered or dob_sum is not null));
create unique index ux_roster_seat_one_per_pupil
  on roster_seat (school_id, class_id, first_name, last_initial, dob_sum) where not rostered;

-- What the source says of a person. Of students' last names only the initial and keyed hashes.
create table roster_person (
  school_id uuid not null references tenancy_school,
  sourced_id text not null check (length(sourced_id) between 1 and 255),
  account_id uuid not null,
  roles text[] not null check (cardinality(roles) > 0),
  given_name text not null,
  family_name text,
  last_initial text not null,
  dob_sum integer check (dob_sum between 1902 and 9999),
  claim_hash text,
  salt bytea check (length(salt) = 16),
  last_name_hashes text[],
  -- Whether the source lets the person in.
  enters boolean not null,
  left_at timestamptz,
  primary key (school_id, sourced_id),
  constraint ux_roster_person_account unique (school_id, account_id),
  foreign key (school_id, account_id) references identity_account (school_id, id),
  constraint ck_roster_person_marks check ((family_name is null) = (salt is not null)
    and (salt is null) = (last_name_hashes is null) and (dob_sum is null) = (claim_hash is null))
);

create table roster_enrollment (
  school_id uuid not null,
  sourced_id text not null check (length(sourced_id) between 1 and 255),
  class_id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('student', 'teacher')),
  is_primary boolean not null,
  left_at timestamptz,
  primary key (school_id, sourced_id),
  foreign key (school_id, class_id) references roster_class,
  foreign key (school_id, account_id) references identity_account (school_id, id)
);
create index ix_roster_enrollment_class on roster_enrollment (school_id, class_id, account_id);
create index ix_roster_enrollment_account on roster_enrollment (school_id, account_id);

-- One uploaded file, in the tenant of whoever uploaded it: a school, or the district for several.
create table roster_delivery (
  school_id uuid not null references tenancy_school,
  id uuid not null,
  state text not null check (state in ('validated', 'invalid', 'applying', 'applied', 'failed')),
  version text,
  mode text check (mode in ('bulk', 'delta')),
  file_name text check (length(file_name) <= 200),
  orgs integer not null,
  users integer not null,
  classes integer not null,
  enrollments integer not null,
  sessions integer not null,
  problem_count integer not null,
  delivered_by uuid,                  -- null: the watched folder
  created_at timestamptz not null,
  applied_by uuid,
  accept_leaving boolean not null default false,
  job_execution_id bigint,
  finished_at timestamptz,
  failure text,
  primary key (school_id, id)
);
create index ix_roster_delivery_created_at on roster_delivery (school_id, created_at desc);

create table roster_delivery_problem (
  school_id uuid not null,
  delivery_id uuid not null,
  position integer not null,
  note boolean not null,              -- true: said for information, stands in nobody's way
  file text,
  line integer,
  code text not null,
  message text not null,
  primary key (school_id, delivery_id, position),
  foreign key (school_id, delivery_id) references roster_delivery
);

-- What a delivery changes in one school. The counts are of people, classes and enrollments.
create table roster_delivery_part (
  school_id uuid not null,
  delivery_id uuid not null,
  target_id uuid not null,            -- the school that it changes
  target_name text not null,
  org_sourced_id text not null,
  org_new boolean not null,
  users integer[] not null check (cardinality(users) = 4),
  classes integer[] not null check (cardinality(classes) = 4),
  enrollments integer[] not null check (cardinality(enrollments) = 4),
  applied_at timestamptz,
  primary key (school_id, delivery_id, target_id),
  foreign key (school_id, delivery_id) references roster_delivery
);

-- The changes themselves, row by row, in the tenant of the school that they change.
create table roster_stage (
  school_id uuid not null references tenancy_school,
  delivery_id uuid not null,
  org_sourced_id text not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  primary key (school_id, delivery_id)
);
create table roster_stage_person (
  school_id uuid not null,
  delivery_id uuid not null,
  sourced_id text not null,
  line integer,
  change text not null check (change in ('created', 'changed', 'leaving')),
  account_id uuid not null,
  username text not null,
  display_name text not null,
  roles text[] not null,
  given_name text not null,
  family_name text,
  last_initial text not null,
  dob_sum integer,
  claim_hash text,
  salt bytea,
  last_name_hashes text[],
  enters boolean not null,
  primary key (school_id, delivery_id, sourced_id),
  foreign key (school_id, delivery_id) references roster_stage on delete cascade
);
create table roster_stage_class (
  school_id uuid not null,
  delivery_id uuid not null,
  sourced_id text not null,
  line integer,
  change text not null check (change in ('created', 'changed', 'leaving')),
  class_id uuid not null,
  name text not null,
  period text not null,
  primary key (school_id, delivery_id, sourced_id),
  foreign key (school_id, delivery_id) references roster_stage on delete cascade
);
create table roster_stage_enrollment (
  school_id uuid not null,
  delivery_id uuid not null,
  sourced_id text not null,
  line integer,
  change text not null check (change in ('created', 'changed', 'leaving')),
  class_sourced_id text not null,
  person_sourced_id text not null,
  role text not null,
  is_primary boolean not null,
  primary key (school_id, delivery_id, sourced_id),
  foreign key (school_id, delivery_id) references roster_stage on delete cascade
);

select tenant_table('roster_person', 'select, insert, update');
select tenant_table('roster_enrollment', 'select, insert, update');
select tenant_table('roster_delivery', 'select, insert, update');
select tenant_table('roster_delivery_problem', 'select, insert');
select tenant_table('roster_delivery_part', 'select, insert, update (applied_at)');
select tenant_table('roster_stage', 'select, insert, update, delete');
select tenant_table('roster_stage_person', 'select, insert, delete');
select tenant_table('roster_stage_class', 'select, insert, delete');
select tenant_table('roster_stage_enrollment', 'select, insert, delete');
