-- Which school a membership is about never changes.
revoke update on identity_membership from homeroom_app;
grant update (other_account_id, since) on identity_membership to homeroom_app;
