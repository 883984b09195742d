package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeroom.tenancy.TenantDatabase;

/**
 * What runs give beside the time of their own lines: for time that was paid and has changed since,
 * and for the marks of days. Computed by {@code payroll_differences} and {@code
 * payroll_mark_differences}.
 */
@ApplicationScoped
public class PayDifferenceRepository {

    @Inject TenantDatabase database;

    /** Lists what a run corrects of earlier time: by student, the oldest first. */
    public List<PayCorrection> corrections(UUID run) {
        return PayrollSql.list(
                database,
                PayCorrection.SELECT + "where c.run_id = ? order by c.student_id, was.through",
                PayCorrection::read,
                run);
    }

    /**
     * Lists what later runs corrected of a line, the oldest first; what they took back is left out.
     */
    public List<PayCorrection> correctionsOf(UUID line) {
        return PayrollSql.list(
                database,
                PayCorrection.SELECT
                        + """
                        where c.line_id = ? and c.entry_id is not null and not exists (
                            select from ledger_entry back
                              where back.school_id = c.school_id and back.reversal_of = c.entry_id)
                          order by paying.through
                        """,
                PayCorrection::read,
                line);
    }

    /** Lists what a run gives for marks: by student, the oldest day first. */
    public List<PayMark> marks(UUID run) {
        return PayrollSql.list(
                database, PayMark.SELECT + "order by c.student_id, c.day", PayMark::read, run);
    }

    /** Lists what a run gives a student for marks, the oldest day first. */
    public List<PayMark> marks(UUID run, UUID student) {
        return PayrollSql.list(
                database,
                PayMark.SELECT + "and c.student_id = ? order by c.day",
                PayMark::read,
                run,
                student);
    }
}
