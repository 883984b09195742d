package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeroom.ledger.Obstacle;
import org.homeroom.tenancy.TenantSql;

/** Reads and changes what classes lend by (migration V0110). */
@ApplicationScoped
public class LendingRepository {

    @Inject TenantSql sql;

    /** Returns the class's rules, or those of a class that never set any. */
    public Lending of(UUID classId) {
        return sql.list(
                        "select t.*, payroll_expected_week(?) as expected_weekly_minutes"
                                + " from banking_lending_terms(?) t",
                        row ->
                                new Lending(
                                        row.getBoolean("loans"),
                                        row.getLong("approves_up_to"),
                                        row.getInt("expected_weekly_minutes"),
                                        row.getLong("inflation_micros"),
                                        row.getLong("version")),
                        classId,
                        classId)
                .get(0);
    }

    /** Returns what a student earns in a week of perfect attendance, in minor units. */
    public long weeklyIncome(UUID classId) {
        return sql.list(
                        "select banking_weekly_income(?) as income",
                        row -> row.getLong("income"),
                        classId)
                .get(0);
    }

    /**
     * Stores the rules when the class's version is still the one they carry. For how long the class
     * is expected in a week stands among its settings of pay: it is stored only when it differs
     * from what was seen, and that still stands there.
     *
     * @return false when somebody changed them in between; the caller must then roll back
     */
    public boolean store(UUID classId, Lending seen, Lending changed) {
        return storeRules(classId, changed)
                && (changed.expectedWeeklyMinutes() == seen.expectedWeeklyMinutes()
                        || storeWeek(classId, seen, changed));
    }

    private boolean storeWeek(UUID classId, Lending seen, Lending changed) {
        return sql.update(
                        """
                        insert into payroll_settings as s (school_id, class_id, expected_weekly_minutes)
                          select current_school(), ?, ? where payroll_expected_week(?) = ?
                          on conflict (school_id, class_id) do update
                            set expected_weekly_minutes = excluded.expected_weekly_minutes,
                              version = s.version + 1
                            where s.expected_weekly_minutes = ?
                        """,
                        classId,
                        changed.expectedWeeklyMinutes(),
                        classId,
                        seen.expectedWeeklyMinutes(),
                        seen.expectedWeeklyMinutes())
                == 1;
    }

    private boolean storeRules(UUID classId, Lending changed) {
        return sql.update(
                        """
                        insert into banking_lending as l (school_id, class_id, loans, approves_up_to,
                            inflation_micros)
                          values (current_school(), ?, ?, ?, ?)
                          on conflict (school_id, class_id) do update
                            set loans = excluded.loans, approves_up_to = excluded.approves_up_to,
                              inflation_micros = excluded.inflation_micros, version = l.version + 1
                            where l.version = ?
                        """,
                        classId,
                        changed.loans(),
                        changed.approvesUpTo(),
                        changed.inflationMicros(),
                        changed.version())
                == 1;
    }

    /**
     * Undoes what hangs on entries that are about to be taken back.
     *
     * @return false when something was paid since on what they began
     */
    public boolean untie(List<UUID> entries) {
        return sql.list(
                        "select banking_untie(?) as done",
                        row -> row.getBoolean("done"),
                        (Object) entries.toArray(UUID[]::new))
                .get(0);
    }

    /** Finds the loans and certificates that entries began and others have paid on since. */
    public List<Obstacle> inTheWay(List<UUID> entries) {
        return sql.list(
                """
                with taken as (select ?::uuid[] as these)
                select distinct 'loan' as kind, l.id, l.student_id
                  from taken
                  join banking_loan l on l.entry_id = any (taken.these)
                  join banking_instalment i on i.school_id = l.school_id and i.loan_id = l.id
                  where i.entry_id <> all (taken.these)
                union all
                select 'certificate', c.end_entry_id, c.student_id
                  from taken
                  join banking_certificate c on c.entry_id = any (taken.these)
                  where c.state <> 'open' and c.end_entry_id <> all (taken.these)
                """,
                row ->
                        new Obstacle(
                                row.getString("kind"),
                                row.getObject("id", UUID.class),
                                row.getObject("student_id", UUID.class),
                                null),
                (Object) entries.toArray(UUID[]::new));
    }
}
