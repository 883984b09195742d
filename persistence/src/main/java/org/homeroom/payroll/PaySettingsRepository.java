package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.homeroom.tenancy.TenantDatabase;

/** Reads and changes what classes pay. */
@ApplicationScoped
public class PaySettingsRepository {

    @Inject TenantDatabase database;

    /** Returns the class's settings, or the defaults of a class without any. */
    public PaySettings of(UUID classId) {
        return PayrollSql.first(
                        database,
                        """
                        select rate_micros_per_minute, daily_limit_minutes, frequency_days,
                            first_pay_date, version
                          from payroll_settings where class_id = ?
                        """,
                        row ->
                                new PaySettings(
                                        row.getLong("rate_micros_per_minute"),
                                        row.getObject("daily_limit_minutes", Integer.class),
                                        row.getInt("frequency_days"),
                                        row.getObject("first_pay_date", LocalDate.class),
                                        row.getLong("version")),
                        classId)
                .orElse(PaySettings.DEFAULTS);
    }

    /**
     * Stores the settings when the class's version is still the one they carry.
     *
     * @return false when somebody changed them in between
     */
    public boolean store(UUID school, UUID classId, PaySettings changed) {
        return PayrollSql.change(
                        database,
                        """
                        insert into payroll_settings as s (school_id, class_id,
                            rate_micros_per_minute, daily_limit_minutes, frequency_days,
                            first_pay_date, version)
                          values (?, ?, ?, ?::integer, ?, ?::date, 1)
                          on conflict (school_id, class_id) do update
                            set rate_micros_per_minute = excluded.rate_micros_per_minute,
                              daily_limit_minutes = excluded.daily_limit_minutes,
                              frequency_days = excluded.frequency_days,
                              first_pay_date = excluded.first_pay_date, version = s.version + 1
                            where s.version = ?
                        """,
                        school,
                        classId,
                        changed.rateMicrosPerMinute(),
                        changed.dailyLimitMinutes(),
                        changed.frequencyDays(),
                        changed.firstPayDate(),
                        changed.version())
                == 1;
    }
}
