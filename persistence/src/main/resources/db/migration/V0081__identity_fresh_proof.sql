-- When somebody last proved here who they are, after the sign-in itself: sensitive acts ask how long ago.
alter table identity_sign_in add column proved_at timestamptz;
