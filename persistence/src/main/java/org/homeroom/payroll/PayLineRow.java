package org.homeroom.payroll;

import static org.homeroom.payroll.PayrollSql.instant;
import static org.homeroom.payroll.PayrollSql.number;
import static org.homeroom.payroll.PayrollSql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.homeroom.roster.SeatNames;

/** Reads a line of a pay run with the student's name and what it compares with. */
final class PayLineRow {

    static final String SELECT =
            """
            select l.id, l.run_id, l.student_id, s.id as seat_id, s.first_name, s.last_initial, l.seconds,
                l.rate_micros_per_minute, l.amount, l.taps, l.anchor_at, l.open_since,
                l.limit_at, l.longest_seconds, l.notes, l.entry_id, l.rounding_seconds,
                l.capped_seconds, l.overtime_seconds, l.bonus_seconds, l.overtime_amount,
                l.bonus_amount, last.amount as last_amount,
                stale.amount + (
                  select coalesce(sum(c.amount_after - c.amount_before), 0)
                    from payroll_correction c
                    where c.school_id = stale.school_id and c.run_id = stale.run_id
                      and c.student_id = stale.student_id) as stale_amount,
                coalesce(beside.corrected, 0) as corrected, coalesce(beside.marked, 0) as marked
              from payroll_line l
              join payroll_run r on r.school_id = l.school_id and r.id = l.run_id
              join roster_seat s on s.school_id = l.school_id and s.class_id = r.class_id
                and s.student_id = l.student_id
              left join payroll_line last on last.school_id = l.school_id
                and last.student_id = l.student_id and last.run_id = (
                  select b.id from payroll_run b
                    where b.school_id = r.school_id and b.class_id = r.class_id
                      and b.state = 'paid' and b.through < r.through
                    order by b.through desc limit 1)
              left join lateral (
                select sum(c.amount_after - c.amount_before)
                      filter (where c.line_id is not null)::bigint as corrected,
                    sum(c.amount_after - c.amount_before)
                      filter (where c.line_id is null)::bigint as marked
                  from payroll_correction c
                  where c.school_id = l.school_id and c.run_id = l.run_id
                    and c.student_id = l.student_id) beside on true
              left join payroll_line stale on stale.school_id = l.school_id
                and stale.run_id = r.replaces and stale.student_id = l.student_id
            """;

    private PayLineRow() {}

    static PayLine read(ResultSet row, SeatNames names) throws SQLException {
        return new PayLine(
                uuid(row, "id"),
                uuid(row, "run_id"),
                uuid(row, "student_id"),
                names.first(row),
                row.getString("last_initial"),
                row.getLong("seconds"),
                row.getLong("rate_micros_per_minute"),
                row.getLong("amount"),
                row.getInt("taps"),
                instant(row, "anchor_at"),
                instant(row, "open_since"),
                instant(row, "limit_at"),
                number(row, "longest_seconds"),
                List.of((String[]) row.getArray("notes").getArray()),
                uuid(row, "entry_id"),
                number(row, "last_amount"),
                number(row, "stale_amount"),
                row.getLong("corrected"),
                row.getLong("marked"),
                parts(row));
    }

    private static PayParts parts(ResultSet row) throws SQLException {
        if (number(row, "rounding_seconds") == null) {
            return null;
        }
        long overtime = row.getLong("overtime_amount");
        long bonus = row.getLong("bonus_amount");
        return new PayParts(
                row.getLong("seconds"),
                row.getLong("rounding_seconds"),
                row.getLong("capped_seconds"),
                row.getLong("overtime_seconds"),
                row.getLong("bonus_seconds"),
                row.getLong("amount") - overtime - bonus,
                overtime,
                bonus);
    }
}
