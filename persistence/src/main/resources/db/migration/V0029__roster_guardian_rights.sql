-- How much a guardian sees of the pupil, and which one is the first to turn to (tenancy.md section 7).

alter table roster_guardian
  add column rights text not null default 'full'
    check (rights in ('full', 'limited', 'supervised', 'none')),
  add column is_primary boolean not null default false,
  add constraint ck_roster_guardian_primary check (not is_primary or rights <> 'none');
create unique index ux_roster_guardian_one_primary on roster_guardian (school_id, student_id)
  where is_primary;
grant update (rights, is_primary) on roster_guardian to homeroom_app;
