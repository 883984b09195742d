-- First names of pupils, names of the source's people and cells of uploaded lists are sealed. A mark
-- of first name, last initial and birth date's sum keeps a pupil from being on one list twice.

alter table roster_seat
  drop constraint roster_seat_first_name_check,
  add column pupil_mark bytea check (length(pupil_mark) = 32);
drop index ux_roster_seat_one_per_pupil;
create unique index ux_roster_seat_one_per_pupil on roster_seat (school_id, class_id, pupil_mark)
  where not rostered;
create index ix_roster_seat_alike on roster_seat (school_id, dob_sum) where student_id is not null;
comment on column roster_seat.first_name is 'personal';

comment on column roster_person.given_name is 'personal';
comment on column roster_person.family_name is 'personal';

-- The name that pages show follows from the parts.
alter table roster_stage_person drop column display_name;
comment on column roster_stage_person.username is 'personal';
comment on column roster_stage_person.given_name is 'personal';
comment on column roster_stage_person.family_name is 'personal';
grant update (username, given_name, family_name) on roster_stage_person to homeroom_app;

alter table roster_import_row drop constraint roster_import_row_value_check;
comment on column roster_import_row.value is 'personal';
comment on column roster_import_row.message is 'personal';
grant update (value, message) on roster_import_row to homeroom_app;

comment on column roster_delivery_problem.message is 'personal';
grant update (message) on roster_delivery_problem to homeroom_app;
