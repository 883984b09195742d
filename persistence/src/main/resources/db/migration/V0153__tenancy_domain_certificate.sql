-- What the last look at the certificate of a school's own domain found. It says nothing about a domain that
-- the school no longer has, and does not count as a change of the school.
alter table tenancy_school
  add column domain_checked_at timestamptz,
  add column domain_expires_at timestamptz,
  add column domain_problem text check (domain_problem in ('unreachable', 'inner_address', 'wrong_name')),
  add constraint ck_tenancy_school_domain_checked check (
    domain is not null or domain_checked_at is null and domain_expires_at is null and domain_problem is null);
