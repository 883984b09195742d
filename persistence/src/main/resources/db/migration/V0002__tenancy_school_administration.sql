-- What district and platform administrators decide about a school: which parts of the product it
-- uses, how many people it may have, and why it is closed for the time being.

alter table tenancy_school
  add column modules text[] not null default '{economy,messaging,learning,workspaces}'
    constraint ck_tenancy_school_modules
    check (modules <@ array['economy', 'messaging', 'learning', 'workspaces']),
  -- Null where nothing is agreed.
  add column student_limit integer check (student_limit between 0 and 1000000),
  add column staff_limit integer check (staff_limit between 0 and 1000000),
  add column suspended_at timestamptz,
  add column suspended_reason text check (length(suspended_reason) between 1 and 500),
  add column version bigint not null default 1;
