-- What an inviter may say besides name and address (tenancy.md section 5). What they may be made of is
-- checked before they are sealed.
alter table identity_invitation
  add column department text,
  add column employee_id text,
  add column message text;
comment on column identity_invitation.department is 'personal';
comment on column identity_invitation.employee_id is 'personal';
comment on column identity_invitation.message is 'personal';
