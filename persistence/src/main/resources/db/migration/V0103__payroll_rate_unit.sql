-- The rate stands by the minute; here is for how long the teacher wrote it (domain/economy.md 5.1), so
-- that the page shows it as it was written.
alter table payroll_settings
  add column rate_unit text not null default 'minute'
    constraint ck_payroll_settings_rate_unit check (rate_unit in ('second', 'minute', 'hour', 'day'));

-- Whoever has no time is worth a look once a lesson was held, not two minutes after pay day.
do $$
declare
  v_name regproc;
  v_is text;
  v_new text;
begin
  foreach v_name in array array['payroll_rehearse', 'payroll_rehearse_ruled']::regproc[] loop
    v_is := pg_get_functiondef(v_name);
    v_new := replace(v_is, 'max(u.seconds) over () > 0', 'max(u.seconds) over () >= 600');
    if v_new = v_is then
      raise exception '% marks who has no time in another way', v_name;
    end if;
    execute v_new;
  end loop;
end
$$;
