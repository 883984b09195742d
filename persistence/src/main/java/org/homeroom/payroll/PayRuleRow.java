package org.homeroom.payroll;

import static org.homeroom.payroll.PayrollSql.number;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.homeroom.payroll.PayRule.Bonus;
import org.homeroom.payroll.PayRule.Caps;
import org.homeroom.payroll.PayRule.Direction;
import org.homeroom.payroll.PayRule.MarkPay;
import org.homeroom.payroll.PayRule.Overtime;
import org.homeroom.payroll.PayRule.Rounding;
import org.homeroom.payroll.PayRule.Window;
import org.homeroom.tenancy.TenantDatabase;

/** Reads and keeps a class's rules; one without is plain. */
final class PayRuleRow {

    /** Columns of a rule joined as {@code rule}. */
    static final String COLUMNS =
            """
            rule.number as rule_number, rule.overtime_window, rule.overtime_seconds,
                rule.overtime_thousandths, rule.rounding, rule.rounding_seconds,
                rule.bonus_micros_per_minute, rule.bonus_from, rule.bonus_to, rule.cap_day_seconds,
                rule.cap_week_seconds, rule.cap_month_seconds, rule.mark_present_minutes,
                rule.mark_late_minutes, rule.mark_excused_minutes, rule.mark_absent_minutes,
                rule.marks_from""";

    private static final String NO_ROUNDING = "none";
    private static final MarkPay NO_MARKS = new MarkPay(0, 0, 0, 0, null);

    private PayRuleRow() {}

    static PayRule read(ResultSet row) throws SQLException {
        return number(row, "rule_number") == null
                ? PayRule.PLAIN
                : new PayRule(overtime(row), rounding(row), bonus(row), caps(row), marks(row));
    }

    /** Returns the id of the class's rule with these values, adding it when it is new. */
    static UUID keep(TenantDatabase database, UUID classId, PayRule rule) {
        if (rule.isPlain()) {
            return null;
        }
        Overtime overtime = rule.overtime();
        Rounding rounding = rule.rounding();
        Bonus bonus = rule.bonus();
        MarkPay marks = rule.marks() == null ? NO_MARKS : rule.marks();
        return PayrollSql.list(
                        database,
                        """
                        select payroll_keep_rule(?, ?::text, ?::bigint, ?::integer, ?, ?::integer,
                          ?::bigint, ?::date, ?::date, ?::bigint, ?::bigint, ?::bigint, ?, ?, ?, ?,
                          ?::date)
                        """,
                        row -> row.getObject(1, UUID.class),
                        classId,
                        overtime == null ? null : lower(overtime.per()),
                        overtime == null ? null : overtime.afterSeconds(),
                        overtime == null ? null : overtime.thousandths(),
                        rounding == null ? NO_ROUNDING : lower(rounding.direction()),
                        rounding == null ? null : rounding.unitSeconds(),
                        bonus == null ? 0L : bonus.microsPerMinute(),
                        bonus == null ? null : bonus.from(),
                        bonus == null ? null : bonus.to(),
                        rule.caps().day(),
                        rule.caps().week(),
                        rule.caps().month(),
                        marks.present(),
                        marks.late(),
                        marks.excused(),
                        marks.absent(),
                        marks.from())
                .get(0);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Overtime overtime(ResultSet row) throws SQLException {
        String window = row.getString("overtime_window");
        return window == null
                ? null
                : new Overtime(
                        Window.valueOf(window.toUpperCase(Locale.ROOT)),
                        row.getLong("overtime_seconds"),
                        row.getInt("overtime_thousandths"));
    }

    private static Rounding rounding(ResultSet row) throws SQLException {
        String direction = row.getString("rounding");
        return NO_ROUNDING.equals(direction)
                ? null
                : new Rounding(
                        Direction.valueOf(direction.toUpperCase(Locale.ROOT)),
                        row.getInt("rounding_seconds"));
    }

    private static Bonus bonus(ResultSet row) throws SQLException {
        long micros = row.getLong("bonus_micros_per_minute");
        return micros == 0
                ? null
                : new Bonus(
                        micros,
                        row.getObject("bonus_from", LocalDate.class),
                        row.getObject("bonus_to", LocalDate.class));
    }

    private static MarkPay marks(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("marks_from", LocalDate.class);
        return from == null
                ? null
                : new MarkPay(
                        row.getInt("mark_present_minutes"),
                        row.getInt("mark_late_minutes"),
                        row.getInt("mark_excused_minutes"),
                        row.getInt("mark_absent_minutes"),
                        from);
    }

    private static Caps caps(ResultSet row) throws SQLException {
        return new Caps(
                number(row, "cap_day_seconds"),
                number(row, "cap_week_seconds"),
                number(row, "cap_month_seconds"));
    }
}
