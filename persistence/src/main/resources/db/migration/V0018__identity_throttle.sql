-- Rests grow from five minutes to an hour while guessing goes on.
alter table identity_attempt add column rests integer not null default 0;

-- Wrong tries by the network they came from, as SHA-256 of the address. Many of them make every
-- name there rest sooner; nobody who types it right is kept out, for a class shares one address.
create table identity_network (
  school_id uuid not null references tenancy_school,
  network_hash bytea not null,
  failed integer not null,
  since timestamptz not null,
  primary key (school_id, network_hash)
);
create index ix_identity_network_since on identity_network (school_id, since);

select tenant_table('identity_network', 'select, insert, update, delete');
