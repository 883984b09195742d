-- Keys that let in whoever holds them: a device of a class, a guest of one conversation. Each belongs to an
-- account of its own, made for one place, and is deleted when it ends; who made and ended it stands in
-- the audit. As SHA-256 of 256 random bits.

create table identity_door_key (
  school_id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('kiosk', 'guest')),
  place_id uuid not null,              -- the class of a device, the conversation of a guest
  secret_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  seen_at timestamptz,                 -- give or take a minute; null: never used
  primary key (school_id, account_id),
  unique (school_id, secret_hash),
  foreign key (school_id, account_id) references identity_account (school_id, id)
);
create index ix_identity_door_key_place on identity_door_key (school_id, place_id);

select tenant_table('identity_door_key', 'select, insert, update, delete');
