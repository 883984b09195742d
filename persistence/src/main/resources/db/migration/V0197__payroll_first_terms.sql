-- A class without settings pays by the defaults. When its first settings are those as well, such as those that
-- only give it pay days, it goes on paying by what it paid by, and nothing began.
--
-- A migration that changes what classes pay writes here too: as in V0165, it lifts the forced row-level security
-- of payroll_settings meanwhile, and that of payroll_terms_since.
drop trigger tr_payroll_terms_set on payroll_settings;
create trigger tr_payroll_terms_set after insert on payroll_settings
  for each row when (
    (new.rate_micros_per_minute, new.daily_limit_minutes, new.rule_id)
      is distinct from (250000, null::integer, null::uuid))
  execute function payroll_terms_changed();
