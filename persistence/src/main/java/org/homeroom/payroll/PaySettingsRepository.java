package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.homeroom.tenancy.TenantDatabase;

/** Reads and changes what classes pay. */
@ApplicationScoped
public class PaySettingsRepository {

    private static final String SELECT =
            "select s.class_id, s.rate_micros_per_minute, s.rate_unit, s.daily_limit_minutes,"
                    + " s.frequency_days, s.first_pay_date, s.pays_at, s.pays_since,"
                    + " s.expected_weekly_minutes, s.version, "
                    + PayRuleRow.COLUMNS
                    + " ";

    @Inject TenantDatabase database;

    /** Returns the class's settings, or the defaults of a class without any. */
    public PaySettings of(UUID classId) {
        return PayrollSql.first(
                        database,
                        SELECT
                                + """
                                from payroll_settings s
                                  left join payroll_rule rule on rule.school_id = s.school_id
                                    and rule.id = s.rule_id
                                  where s.class_id = ?
                                """,
                        PaySettingsRepository::settings,
                        classId)
                .orElse(PaySettings.DEFAULTS);
    }

    /**
     * Stores the settings when the class's version is still the one they carry.
     *
     * @param now pay days before are left alone by a class that is from now on paid by itself, or
     *     on other days
     * @return false when somebody changed them in between
     */
    public boolean store(UUID school, UUID classId, PaySettings changed, Instant now) {
        UUID rule = PayRuleRow.keep(database, classId, changed.rule());
        return PayrollSql.change(
                        database,
                        """
                        insert into payroll_settings as s (school_id, class_id,
                            rate_micros_per_minute, rate_unit, daily_limit_minutes,
                            frequency_days, first_pay_date, pays_at, pays_since, rule_id,
                            expected_weekly_minutes, version)
                          values (?, ?, ?, ?, ?::integer, ?, ?::date, ?::time, ?, ?::uuid, ?, 1)
                          on conflict (school_id, class_id) do update
                            set rate_micros_per_minute = excluded.rate_micros_per_minute,
                              rate_unit = excluded.rate_unit,
                              daily_limit_minutes = excluded.daily_limit_minutes,
                              frequency_days = excluded.frequency_days,
                              first_pay_date = excluded.first_pay_date,
                              pays_at = excluded.pays_at,
                              rule_id = excluded.rule_id,
                              expected_weekly_minutes = excluded.expected_weekly_minutes,
                              pays_since = case
                                when (s.pays_at, s.first_pay_date, s.frequency_days)
                                  is not distinct from (excluded.pays_at,
                                    excluded.first_pay_date, excluded.frequency_days)
                                then s.pays_since else excluded.pays_since end,
                              version = s.version + 1
                            where s.version = ?
                        """,
                        school,
                        classId,
                        changed.rateMicrosPerMinute(),
                        changed.rateUnit().code(),
                        changed.dailyLimitMinutes(),
                        changed.frequencyDays(),
                        changed.firstPayDate(),
                        changed.paysAt(),
                        now,
                        rule,
                        changed.expectedWeeklyMinutes(),
                        changed.version())
                == 1;
    }

    /** Lists the classes of the school that go on, with their own pay days. */
    public List<PaidByItself> open() {
        return PayrollSql.list(
                database,
                """
                select c.id, c.name, coalesce(c.zone, t.zone) as zone, s.pays_since,
                    s.frequency_days, s.first_pay_date, s.pays_at, s.version
                  from roster_class c
                  join tenancy_school t on t.id = c.school_id
                  left join payroll_settings s on s.school_id = c.school_id and s.class_id = c.id
                  where c.school_id = current_school() and c.ended_at is null
                  order by c.id
                """,
                row ->
                        new PaidByItself(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                ZoneId.of(row.getString("zone")),
                                new PayCalendar(
                                        row.getInt("frequency_days"),
                                        row.getObject("first_pay_date", LocalDate.class),
                                        row.getObject("pays_at", LocalTime.class)),
                                PayrollSql.instant(row, "pays_since"),
                                row.getLong("version")));
    }

    private static PaySettings settings(ResultSet row) throws SQLException {
        return new PaySettings(
                row.getLong("rate_micros_per_minute"),
                RateUnit.of(row.getString("rate_unit")).orElseThrow(),
                row.getObject("daily_limit_minutes", Integer.class),
                row.getInt("frequency_days"),
                row.getObject("first_pay_date", LocalDate.class),
                row.getObject("pays_at", LocalTime.class),
                PayRuleRow.read(row),
                row.getInt("expected_weekly_minutes"),
                row.getLong("version"));
    }
}
