-- The key before the school: as long as a new database knows nothing of the journal's size, the check of
-- a posting's foreign key was planned to read the entries of a whole school through this index.
alter table ledger_entry
  drop constraint ux_ledger_entry_key,
  add constraint ux_ledger_entry_key unique (idempotency_key, school_id);
