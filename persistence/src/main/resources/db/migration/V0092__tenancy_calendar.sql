-- When a school has school: its weekdays, its terms and its holidays.
create table tenancy_calendar (
  school_id uuid primary key references tenancy_school,
  kind text not null check (kind in ('zimbabwe', 'british', 'american', 'own')),
  -- 1 is Monday, as in ISO 8601.
  school_days integer[] not null
    check (cardinality(school_days) between 1 and 7 and school_days <@ array[1, 2, 3, 4, 5, 6, 7]),
  version bigint not null default 1
);

-- Terms do not overlap terms, nor holidays holidays: the service looks, holding the calendar's row.
create table tenancy_calendar_span (
  school_id uuid not null references tenancy_calendar,
  id uuid not null,
  kind text not null check (kind in ('term', 'holiday')),
  name text not null check (length(name) between 1 and 100),
  first_day date not null,
  last_day date not null,
  primary key (school_id, id),
  check (last_day between first_day and first_day + 365)
);
create index ix_tenancy_calendar_span_first_day on tenancy_calendar_span (school_id, first_day);

select tenant_table('tenancy_calendar', 'select, insert, update');
select tenant_table('tenancy_calendar_span', 'select, insert, delete');
