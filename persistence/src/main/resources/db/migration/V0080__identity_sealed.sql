-- Names, user names and addresses of people are sealed; look-up goes by keyed marks. Rows from before
-- stay readable until the job pii-rotation has sealed and marked them. What a name may be made of is
-- checked before it is sealed.

alter table identity_account
  drop constraint identity_account_username_check,
  drop constraint identity_account_display_name_check,
  add column username_mark bytea check (length(username_mark) = 32);
drop index ux_identity_account_username;
drop index ix_identity_account_name;
create unique index ux_identity_account_username_mark on identity_account (school_id, username_mark);
create index ix_identity_account_unmarked on identity_account (school_id, lower(username))
  where username_mark is null;
comment on column identity_account.username is 'personal';
comment on column identity_account.display_name is 'personal';

alter table identity_invitation
  drop constraint identity_invitation_display_name_check,
  drop constraint identity_invitation_email_check,
  add column email_mark bytea check (length(email_mark) = 32);
drop index ux_identity_invitation_email;
create unique index ux_identity_invitation_email_mark
  on identity_invitation (school_id, email_mark) where state = 'pending';
comment on column identity_invitation.display_name is 'personal';
comment on column identity_invitation.email is 'personal';
