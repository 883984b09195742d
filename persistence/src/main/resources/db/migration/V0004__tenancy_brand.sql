-- How a school looks to its people: two colours, a motto and a logo. Strangers at its door see it too.
create table tenancy_brand (
  school_id uuid primary key references tenancy_school,
  primary_color text check (primary_color ~ '^#[0-9a-f]{6}$'),
  band_color text check (band_color ~ '^#[0-9a-f]{6}$'),
  motto text check (length(motto) between 1 and 120),
  logo bytea check (length(logo) between 1 and 1048576),
  logo_type text check (logo_type in ('image/png', 'image/jpeg', 'image/svg+xml')),
  version bigint not null default 1,
  check ((logo is null) = (logo_type is null))
);
select tenant_table('tenancy_brand', 'select, insert, update');
