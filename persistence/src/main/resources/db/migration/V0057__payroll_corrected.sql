-- Lists of 20,000 lines ask for each one's corrections in their own statement: a function is planned anew
-- for every row.
drop function payroll_corrected(uuid, uuid);
