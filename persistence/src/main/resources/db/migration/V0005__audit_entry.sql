-- Who did what to which record. Written in the transaction of the deed, so that neither exists
-- without the other, and never changed afterwards.

create table audit_entry (
  school_id uuid not null default current_school() references tenancy_school,
  seq bigint generated always as identity,
  at timestamptz not null default now(),
  actor_id uuid,                      -- null: the system itself
  action text not null check (length(action) between 1 and 100),
  subject_type text not null,
  subject_id text,
  before_state jsonb,
  after_state jsonb,
  request_id text,
  ip text,
  primary key (school_id, seq)
);
create index ix_audit_entry_subject on audit_entry (school_id, subject_type, subject_id, seq);
create index ix_audit_entry_actor on audit_entry (school_id, actor_id, seq);

-- The application lacks the right anyway; this stops the owner and every later role too.
create function audit_entry_is_final() returns trigger
  language plpgsql
  as $$
begin
  raise exception 'audit_entry is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger audit_entry_final
  before update or delete or truncate on audit_entry
  for each statement execute function audit_entry_is_final();

select tenant_table('audit_entry', 'select, insert');
