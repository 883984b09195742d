package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
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
     * @return false when it is done or in somebody's hand
     */
    public boolean take(UUID classId, Instant due, Instant now, Duration patience) {
        return PayrollSql.change(
                        database,
                        """
                        insert into payroll_pay_day as d (school_id, class_id, due_at, taken_at)
                          values (current_school(), ?, ?, ?)
                          on conflict (school_id, class_id, due_at) do update
                            set taken_at = excluded.taken_at
                            where d.outcome is null and d.taken_at <= ?
                        """,
                        classId,
                        due,
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
                update payroll_pay_day set outcome = ?, run_id = ?
                  where school_id = current_school() and class_id = ? and due_at = ?
                """,
                outcome,
                runId,
                classId,
                due);
    }
}
