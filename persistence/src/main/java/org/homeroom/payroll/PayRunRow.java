package org.homeroom.payroll;

import static org.homeroom.payroll.PayrollSql.instant;
import static org.homeroom.payroll.PayrollSql.number;
import static org.homeroom.payroll.PayrollSql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a pay run. */
final class PayRunRow {

    static final String SELECT =
            """
            select r.id, r.class_id, r.state, r.through, r.rate_micros_per_minute,
                r.daily_limit_minutes, r.inputs_hash, r.line_count, r.student_count, r.total,
                r.seconds, r.outlier_count, r.paid_count, r.paid_total, r.replaces, r.created_by,
                r.created_at, r.committed_at, r.finished_at, r.failure, r.reversed_at,
                r.reverse_reason, r.job_execution_id, r.version, r.settings_version,
            """
                    + PayRuleRow.COLUMNS
                    + """

                      from payroll_run r
                      left join payroll_rule rule on rule.school_id = r.school_id and rule.id = r.rule_id
                    """;

    private PayRunRow() {}

    static PayRun read(ResultSet row) throws SQLException {
        return new PayRun(
                uuid(row, "id"),
                uuid(row, "class_id"),
                PayState.of(row.getString("state")),
                instant(row, "through"),
                row.getLong("rate_micros_per_minute"),
                row.getObject("daily_limit_minutes", Integer.class),
                row.getString("inputs_hash"),
                row.getInt("line_count"),
                row.getInt("student_count"),
                row.getLong("total"),
                row.getLong("seconds"),
                row.getInt("outlier_count"),
                row.getInt("paid_count"),
                row.getLong("paid_total"),
                uuid(row, "replaces"),
                uuid(row, "created_by"),
                instant(row, "created_at"),
                instant(row, "committed_at"),
                instant(row, "finished_at"),
                row.getString("failure"),
                instant(row, "reversed_at"),
                row.getString("reverse_reason"),
                number(row, "job_execution_id"),
                row.getLong("version"),
                number(row, "settings_version"),
                row.getObject("rule_number", Integer.class),
                PayRuleRow.read(row));
    }
}
