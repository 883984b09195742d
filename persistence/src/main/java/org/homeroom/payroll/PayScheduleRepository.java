package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.homeroom.tenancy.TenantDatabase;

/** Reads and changes when all classes of the bound school are paid. */
@ApplicationScoped
public class PayScheduleRepository {

    @Inject TenantDatabase database;

    /** Returns the school's schedule, or {@link PaySchedule#NONE}. */
    public PaySchedule find() {
        return PayrollSql.first(
                        database,
                        "select * from payroll_schedule where school_id = current_school()",
                        PayScheduleRepository::schedule)
                .orElse(PaySchedule.NONE);
    }

    /** Returns the pay days of a class and its school's schedule. */
    public PayDates ofClass(UUID classId) {
        return PayrollSql.list(
                        database,
                        """
                        select d.*, s.class_id, s.frequency_days as own_frequency_days,
                            s.first_pay_date as own_first_pay_date, s.pays_at as own_pays_at
                          from (select current_school() as id) school
                          left join payroll_schedule d on d.school_id = school.id
                          left join payroll_settings s on s.school_id = school.id and s.class_id = ?
                        """,
                        row ->
                                new PayDates(
                                        row.getObject("class_id") == null
                                                ? PaySettings.DEFAULTS.calendar()
                                                : calendar(row, "own_"),
                                        row.getObject("school_id") == null
                                                ? PaySchedule.NONE
                                                : schedule(row)),
                        classId)
                .get(0);
    }

    private static PaySchedule schedule(ResultSet row) throws SQLException {
        return new PaySchedule(
                calendar(row, ""),
                row.getBoolean("overrules"),
                PayrollSql.instant(row, "since"),
                row.getLong("version"));
    }

    private static PayCalendar calendar(ResultSet row, String whose) throws SQLException {
        return new PayCalendar(
                row.getInt(whose + "frequency_days"),
                row.getObject(whose + "first_pay_date", LocalDate.class),
                row.getObject(whose + "pays_at", LocalTime.class));
    }

    /**
     * Stores the schedule when its version is still the one it carries.
     *
     * @param now pay days before are left alone when the days changed
     * @return false when somebody changed it in between
     */
    public boolean store(PaySchedule changed, Instant now) {
        PayCalendar calendar = changed.calendar();
        return PayrollSql.change(
                        database,
                        """
                        insert into payroll_schedule as s
                            (school_id, frequency_days, first_pay_date, pays_at, overrules, since)
                          values (current_school(), ?, ?::date, ?::time, ?, ?)
                          on conflict (school_id) do update
                            set frequency_days = excluded.frequency_days,
                              first_pay_date = excluded.first_pay_date,
                              pays_at = excluded.pays_at, overrules = excluded.overrules,
                              since = case
                                when (s.pays_at, s.first_pay_date, s.frequency_days)
                                  is not distinct from (excluded.pays_at,
                                    excluded.first_pay_date, excluded.frequency_days)
                                then s.since else excluded.since end,
                              version = s.version + 1
                            where s.version = ?
                        """,
                        calendar.frequencyDays(),
                        calendar.first(),
                        calendar.at(),
                        changed.overrules(),
                        now,
                        changed.version())
                == 1;
    }
}
