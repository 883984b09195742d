package org.homeroom.payroll;

import static org.homeroom.payroll.PayrollSql.instant;
import static org.homeroom.payroll.PayrollSql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * What a run gives more, or less, for time that an earlier run paid and that has changed since.
 *
 * @param runId the run that pays the difference
 * @param lineId the earlier line
 * @param paidThrough end of the earlier run
 * @param paidAt when the run that pays the difference was committed, null while it is rehearsed
 * @param secondsBefore time that was paid for so far
 * @param secondsAfter time as the taps tell it now
 * @param amountBefore minor units that were given for it so far
 * @param amountAfter minor units that it is worth at the earlier run's rate
 * @param entryId the ledger entry, null until paid
 */
public record PayCorrection(
        UUID id,
        UUID runId,
        UUID lineId,
        UUID studentId,
        Instant paidThrough,
        Instant paidAt,
        long secondsBefore,
        long secondsAfter,
        long amountBefore,
        long amountAfter,
        UUID entryId) {

    static final String SELECT =
            """
            select c.id, c.run_id, c.line_id, c.student_id, was.through as paid_through,
                paying.committed_at as paid_at, c.seconds_before, c.seconds_after, c.amount_before,
                c.amount_after, c.entry_id
              from payroll_correction c
              join payroll_line l on l.school_id = c.school_id and l.id = c.line_id
              join payroll_run was on was.school_id = l.school_id and was.id = l.run_id
              join payroll_run paying on paying.school_id = c.school_id and paying.id = c.run_id
            """;

    /** Returns the difference in minor units, below zero when it is taken back. */
    public long difference() {
        return amountAfter - amountBefore;
    }

    /** Returns the difference in seconds, below zero when time became less. */
    public long seconds() {
        return secondsAfter - secondsBefore;
    }

    static PayCorrection read(ResultSet row) throws SQLException {
        return new PayCorrection(
                uuid(row, "id"),
                uuid(row, "run_id"),
                uuid(row, "line_id"),
                uuid(row, "student_id"),
                instant(row, "paid_through"),
                instant(row, "paid_at"),
                row.getLong("seconds_before"),
                row.getLong("seconds_after"),
                row.getLong("amount_before"),
                row.getLong("amount_after"),
                uuid(row, "entry_id"));
    }
}
