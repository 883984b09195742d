-- The language a person chose to read; null follows the school.
alter table identity_account
  add column language text check (language in ('en', 'sw', 'es', 'fr'));
