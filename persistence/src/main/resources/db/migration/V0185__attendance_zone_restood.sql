-- A class that moves to another time zone has other days from then on. What its students stand at is
-- counted anew in the transaction that moves it: the next tap would carry on a day's seconds that
-- began at the midnight of the zone before, and the daily limit would come too early or too late.
create function attendance_standing_follow_zone() returns trigger
  language plpgsql
  set search_path = homeroom, pg_temp
as $$
begin
  perform attendance_restand(new.id, array_agg(standing.student_id), true)
  from attendance_standing standing
  where standing.school_id = new.school_id and standing.class_id = new.id
  having count(*) > 0;
  return null;
end
$$;

create trigger tr_roster_class_zone after update of zone on roster_class
  for each row when (new.zone is distinct from old.zone)
  execute function attendance_standing_follow_zone();
