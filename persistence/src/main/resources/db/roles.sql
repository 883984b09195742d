-- The three roles and two schemas that the migrations expect. Run once by a superuser in the empty
-- database:  psql -v owner_password=... -v app_password=... -v platform_password=... -f roles.sql
-- None of them is a superuser or bypasses row-level security; backups need a role of their own.

-- Owns the tables and runs the migrations; the server never has its password.
create role homeroom_owner login nosuperuser nobypassrls nocreaterole password :'owner_password';
-- The server. Owns nothing, sees one school per transaction.
create role homeroom_app login nosuperuser nobypassrls nocreaterole password :'app_password';
-- Jobs across schools.
create role homeroom_platform login nosuperuser nobypassrls nocreaterole password :'platform_password';

create schema homeroom authorization homeroom_owner;
grant usage on schema homeroom to homeroom_app, homeroom_platform;
-- The server's job repository.
create schema homeroom_batch authorization homeroom_owner;
grant usage on schema homeroom_batch to homeroom_app;
revoke create on schema public from public;

alter role homeroom_owner set search_path = homeroom;
alter role homeroom_app set search_path = homeroom;
alter role homeroom_platform set search_path = homeroom;
