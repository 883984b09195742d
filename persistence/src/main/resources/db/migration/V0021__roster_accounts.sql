-- Teachers and students of the roster are accounts of the same school.
alter table roster_class
  add foreign key (school_id, teacher_id) references identity_account (school_id, id);
alter table roster_seat
  add foreign key (school_id, student_id) references identity_account (school_id, id);
