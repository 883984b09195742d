-- The codes by which a family came in name pupil and guardian; they go with a deleted person.

grant delete on roster_guardian_code to homeroom_app;
