-- Who is invited may say no (tenancy.md section 5).

alter table identity_invitation drop constraint identity_invitation_state_check;
alter table identity_invitation add constraint ck_identity_invitation_state
  check (state in ('pending', 'accepted', 'declined', 'revoked'));
