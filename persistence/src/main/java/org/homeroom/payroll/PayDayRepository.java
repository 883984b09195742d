package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.tenancy.TenantDatabase;

/** What became of the pay days of classes that are paid by themselves. */
@ApplicationScoped
public class PayDayRepository {

    @Inject TenantDatabase database;

    /**
     * Takes a pay day in hand, once in a cluster; who took it and did not end it loses it after the
     * patience.
     *
     * @param source whose calendar it is of: class, school or district
     * @return false when it is done or in somebody's hand
     */
    public boolean take(UUID classId, Instant due, String source, Instant now, Duration patience) {
        return PayrollSql.change(
                        database,
                        """
                        insert into payroll_pay_day as d (school_id, class_id, due_at, source, taken_at)
                          values (current_school(), ?, ?, ?, ?)
                          on conflict (school_id, class_id, due_at) do update
                            set taken_at = excluded.taken_at
                            where d.outcome is null and d.taken_at <= ?
                        """,
                        classId,
                        due,
                        source,
                        now,
                        now.minus(patience))
                == 1;
    }

    /**
     * Says how a pay day ended.
     *
     * @param outcome {@code started} or {@code empty}
     * @param runId the run of it
     */
    public void end(UUID classId, Instant due, String outcome, UUID runId) {
        PayrollSql.change(
                database,
                """
                update payroll_pay_day set outcome = ?, run_id = ?, note = null
                  where school_id = current_school() and class_id = ? and due_at = ?
                """,
                outcome,
                runId,
                classId,
                due);
    }

    /**
     * Says what keeps a pay day waiting.
     *
     * @param note unfinished, changing or failed
     */
    public void waits(UUID classId, Instant due, String note) {
        PayrollSql.change(
                database,
                """
                update payroll_pay_day set note = ?
                  where school_id = current_school() and class_id = ? and due_at = ?
                    and outcome is null
                """,
                note,
                classId,
                due);
    }

    /** Notes that a schedule's pay day leaves a class out that has its own. */
    public void skip(UUID classId, Instant due, String source, Instant now) {
        PayrollSql.change(
                database,
                """
                insert into payroll_pay_day
                    (school_id, class_id, due_at, source, taken_at, outcome, note)
                  values (current_school(), ?, ?, ?, ?, 'skipped', 'own_days')
                  on conflict do nothing
                """,
                classId,
                due,
                source,
                now);
    }

    /**
     * Returns the newest pay day of each class that ended so.
     *
     * @param skipped whether those that were left out, else those that were paid
     */
    public Map<UUID, Instant> ended(boolean skipped) {
        Map<UUID, Instant> newest = new HashMap<>();
        PayrollSql.list(
                database,
                """
                select class_id, max(due_at) as due_at from payroll_pay_day
                  where school_id = current_school() and outcome is not null
                    and (outcome = 'skipped') = ?
                  group by class_id
                """,
                row ->
                        newest.put(
                                PayrollSql.uuid(row, "class_id"),
                                PayrollSql.instant(row, "due_at")),
                skipped);
        return newest;
    }

    /** Lists the newest pay days of the bound school's classes. */
    public List<PayDayRow> newest(int limit) {
        return newest(null, limit);
    }

    /**
     * Lists the newest pay days of a class.
     *
     * @param classId null for all of the bound school
     */
    public List<PayDayRow> newest(UUID classId, int limit) {
        return PayrollSql.list(
                database,
                """
                select d.class_id, c.name, c.currency, d.due_at, d.source, d.outcome, d.note,
                    d.run_id, r.state, r.paid_count, r.paid_total
                  from payroll_pay_day d
                  join roster_class c on c.school_id = d.school_id and c.id = d.class_id
                  left join payroll_run r on r.school_id = d.school_id and r.id = d.run_id
                  where d.school_id = current_school() and d.class_id = coalesce(?::uuid, d.class_id)
                  order by d.due_at desc, c.name, d.class_id limit ?
                """,
                row ->
                        new PayDayRow(
                                PayrollSql.uuid(row, "class_id"),
                                row.getString("name"),
                                row.getString("currency"),
                                PayrollSql.instant(row, "due_at"),
                                row.getString("source"),
                                row.getString("outcome"),
                                row.getString("note"),
                                PayrollSql.uuid(row, "run_id"),
                                row.getString("state") == null
                                        ? null
                                        : PayState.of(row.getString("state")),
                                row.getInt("paid_count"),
                                row.getLong("paid_total")),
                classId,
                limit);
    }
}
