-- What a school says of itself beside its motto: where it wants to go, what for, and since when it is
-- there. No year after the current one is a rule of the service, which knows the school's zone.
alter table tenancy_brand
  add column vision text check (length(vision) between 1 and 500),
  add column mission text check (length(mission) between 1 and 500),
  add column founded integer check (founded between 1800 and 9999);
