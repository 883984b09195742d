package org.homeroom.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Finds a student's counting taps beside an instant, which say whether a tap there pairs. */
@ApplicationScoped
public class TapPairs {

    @Inject TenantSql sql;

    /**
     * Finds the newest tap that counts before an instant.
     *
     * @param but the tap that is left out, or null
     * @param day from when on the limit's own taps are left out: they follow what is corrected
     */
    public Optional<Beside> before(
            UUID classId, UUID studentId, Instant at, UUID but, Instant day) {
        return sql
                .list(
                        """
                        select action, at, source from attendance_tap_effective
                         where class_id = ? and student_id = ? and at < ?
                           and id is distinct from ?::uuid and (source <> 'limit' or at < ?)
                         order by at desc limit 1
                        """,
                        TapPairs::beside,
                        classId,
                        studentId,
                        at,
                        but,
                        day)
                .stream()
                .findFirst();
    }

    /**
     * Finds the newest tap out that counts before an instant.
     *
     * @param day from when on the limit's own taps are left out
     */
    public Optional<Beside> outBefore(UUID classId, UUID studentId, Instant at, Instant day) {
        return sql
                .list(
                        """
                        select action, at, source from attendance_tap_effective
                         where class_id = ? and student_id = ? and at < ? and action = 'out'
                           and (source <> 'limit' or at < ?)
                         order by at desc limit 1
                        """,
                        TapPairs::beside,
                        classId,
                        studentId,
                        at,
                        day)
                .stream()
                .findFirst();
    }

    /** Finds the first tap that counts after an instant and is not the limit's own. */
    public Optional<Beside> after(UUID classId, UUID studentId, Instant at) {
        return sql
                .list(
                        """
                        select action, at, source from attendance_tap_effective
                         where class_id = ? and student_id = ? and at > ? and source <> 'limit'
                         order by at limit 1
                        """,
                        TapPairs::beside,
                        classId,
                        studentId,
                        at)
                .stream()
                .findFirst();
    }

    /** Tells whether a student's time up to an instant is paid. */
    public boolean paid(UUID classId, UUID studentId, Instant at) {
        return !sql.list(
                        """
                        select through from attendance_paid_through
                         where class_id = ? and student_id = ? and through >= ?
                        """,
                        row -> true,
                        classId,
                        studentId,
                        at)
                .isEmpty();
    }

    private static Beside beside(ResultSet row) throws SQLException {
        return new Beside(
                TapAction.of(row.getString("action")).orElseThrow(),
                TenantSql.instant(row, "at"),
                row.getString("source").equals("limit"));
    }

    /**
     * A tap that counts.
     *
     * @param limits whether the daily limit made it
     */
    public record Beside(TapAction action, Instant at, boolean limits) {}
}
