-- Present, late, absent or excused: what the teacher says of a student's day, beside the taps. A mark
-- that changes stays below the new one, with who gave it and when.

create table attendance_mark (
  school_id uuid not null,
  class_id uuid not null,
  student_id uuid not null,
  day date not null,
  -- Counts the marks of a student's day; the last one holds.
  turn integer not null check (turn > 0),
  mark text not null check (mark in ('present', 'late', 'absent', 'excused')),
  note text check (length(note) between 1 and 200),
  marked_by uuid not null,
  marked_at timestamptz not null,
  primary key (school_id, class_id, day, student_id, turn),
  foreign key (school_id, class_id) references roster_class (school_id, id)
);
select tenant_table('attendance_mark', 'select, insert');

-- The marks that hold.
create view attendance_mark_now with (security_invoker = true) as
  select m.school_id, m.class_id, m.student_id, m.day, m.turn, m.mark, m.note, m.marked_by, m.marked_at
  from attendance_mark m
  where not exists (
    select from attendance_mark later
    where later.school_id = m.school_id and later.class_id = m.class_id and later.day = m.day
      and later.student_id = m.student_id and later.turn > m.turn);
grant select on attendance_mark_now to homeroom_app;
