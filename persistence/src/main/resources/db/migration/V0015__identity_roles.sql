-- The roles that were missing (tenancy.md section 4): partners, guests who talk for a day, students of
-- a class that a teacher tries things out in, devices on a wall.

alter table identity_role drop constraint identity_role_role_check;
alter table identity_role add constraint ck_identity_role_role check (role in (
  'student', 'teacher', 'parent', 'staff', 'partner', 'school_admin', 'district_admin',
  'platform_admin', 'operator', 'guest', 'demonstration_student', 'kiosk'));

alter table identity_invitation drop constraint identity_invitation_role_check;
alter table identity_invitation add constraint ck_identity_invitation_role check (role in (
  'teacher', 'parent', 'staff', 'partner', 'school_admin', 'district_admin', 'platform_admin',
  'operator', 'guest'));

-- Null for people who stay; from then on the account is as good as closed.
alter table identity_account add column expires_at timestamptz;
