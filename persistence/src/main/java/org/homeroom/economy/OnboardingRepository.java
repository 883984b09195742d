package org.homeroom.economy;

import static org.homeroom.tenancy.TenantSql.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** How far the bound school's new teachers are. */
@ApplicationScoped
public class OnboardingRepository {

    @Inject TenantSql sql;

    /** Finds how far a teacher is; empty before the first step. */
    public Optional<Onboarding> find(UUID teacherId) {
        return sql
                .list(
                        """
                        select current_step, done, started_at, completed_at, skipped_at from economy_onboarding
                         where school_id = current_school() and teacher_id = ?
                        """,
                        OnboardingRepository::onboarding,
                        teacherId)
                .stream()
                .findFirst();
    }

    /** Keeps how far a teacher is. */
    public void put(UUID teacherId, Onboarding at, Instant now) {
        sql.update(
                """
                insert into economy_onboarding (school_id, teacher_id, current_step, done, started_at, seen_at,
                       completed_at, skipped_at)
                values (current_school(), ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz)
                on conflict (school_id, teacher_id) do update
                  set current_step = excluded.current_step, done = excluded.done, seen_at = excluded.seen_at,
                      completed_at = excluded.completed_at, skipped_at = excluded.skipped_at
                """,
                teacherId,
                at.step(),
                at.done().toArray(Integer[]::new),
                at.startedAt(),
                now,
                at.completedAt(),
                at.skippedAt());
    }

    /** Forgets it; returns how many rows went. */
    public int remove(UUID teacherId) {
        return sql.update(
                "delete from economy_onboarding where school_id = current_school() and teacher_id = ?",
                teacherId);
    }

    private static Onboarding onboarding(ResultSet row) throws SQLException {
        return new Onboarding(
                row.getInt("current_step"),
                List.of((Integer[]) row.getArray("done").getArray()),
                instant(row, "started_at"),
                instant(row, "completed_at"),
                instant(row, "skipped_at"));
    }
}
