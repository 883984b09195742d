package org.homeroom.payroll;

import static org.homeroom.payroll.PayrollSql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.homeroom.attendance.Mark;

/**
 * What a run gives for the mark of a day, or takes back for one that was changed.
 *
 * @param before what the day was marked when a run paid it last; null for a day that was not marked
 *     then, or never paid, and for the same mark
 * @param minutesBefore that were paid for the day so far
 * @param minutesAfter that the mark is worth
 * @param rateMicrosPerMinute millionths of a token per minute, of the run that the day belongs to
 * @param amountBefore minor units that were given for the day so far
 * @param amountAfter minor units that it is worth
 * @param entryId the ledger entry, which may be that of several days; null until paid
 */
public record PayMark(
        UUID runId,
        UUID studentId,
        LocalDate day,
        Mark mark,
        Mark before,
        long minutesBefore,
        long minutesAfter,
        long rateMicrosPerMinute,
        long amountBefore,
        long amountAfter,
        UUID entryId) {

    static final String SELECT =
            """
            select c.run_id, c.student_id, c.day, c.mark, c.mark_before,
                c.seconds_before / 60 as minutes_before, c.seconds_after / 60 as minutes_after,
                c.rate_micros_per_minute, c.amount_before, c.amount_after, c.entry_id
              from payroll_correction c
              where c.school_id = current_school() and c.day is not null and c.run_id = ?
            """;

    /** Returns the difference in minor units, below zero when it is taken back. */
    public long difference() {
        return amountAfter - amountBefore;
    }

    /** Returns the difference in minutes, below zero when they became less. */
    public long minutes() {
        return minutesAfter - minutesBefore;
    }

    /** Tells whether it corrects what was paid, and is not the first pay for the day. */
    public boolean isCorrection() {
        return before != null || difference() < 0;
    }

    static PayMark read(ResultSet row) throws SQLException {
        return new PayMark(
                uuid(row, "run_id"),
                uuid(row, "student_id"),
                row.getObject("day", LocalDate.class),
                Mark.of(row.getString("mark")).orElseThrow(),
                Mark.of(row.getString("mark_before")).orElse(null),
                row.getLong("minutes_before"),
                row.getLong("minutes_after"),
                row.getLong("rate_micros_per_minute"),
                row.getLong("amount_before"),
                row.getLong("amount_after"),
                uuid(row, "entry_id"));
    }
}
