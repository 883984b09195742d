-- The server is ready only when the newest migration it was built with has been applied.
grant select on flyway_schema_history to homeroom_app;
