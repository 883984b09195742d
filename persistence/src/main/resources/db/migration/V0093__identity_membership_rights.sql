-- Which school a membership is about never changes, and no table of a school points at another one:
-- schools are never deleted.
alter table identity_membership drop constraint identity_membership_other_school_id_fkey;
revoke update on identity_membership from homeroom_app;
grant update (other_account_id, since) on identity_membership to homeroom_app;
