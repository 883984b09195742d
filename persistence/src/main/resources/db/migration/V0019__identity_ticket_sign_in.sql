-- The sign-in a ticket was given to: the socket it opens ends with it. A ticket of the minute before
-- the upgrade gets one that does not exist, so its socket closes with the first look.
alter table identity_ticket add column sign_in_id uuid not null default gen_random_uuid();
alter table identity_ticket alter column sign_in_id drop default;
