package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Claims under way, and wrong ones by a hash of what was asked. */
@ApplicationScoped
public class ClaimRepository {

    @Inject TenantSql sql;

    /** Stores a claim and forgets those of the school that have expired. */
    public void add(ClaimRow claim, Instant now) {
        sql.update(
                "delete from roster_claim where school_id = current_school() and expires_at < ?",
                now);
        sql.update(
                "insert into roster_claim (school_id, id, seat_id, created_at, expires_at)"
                        + " values (current_school(), ?, ?, ?, ?)",
                claim.id(),
                claim.seatId(),
                now,
                claim.expiresAt());
    }

    /** Finds a claim that has not expired. */
    public Optional<ClaimRow> live(UUID claimId, Instant now) {
        return sql
                .list(
                        "select id, seat_id, expires_at from roster_claim where school_id ="
                                + " current_school() and id = ? and expires_at > ?",
                        row ->
                                new ClaimRow(
                                        row.getObject("id", UUID.class),
                                        row.getObject("seat_id", UUID.class),
                                        TenantSql.instant(row, "expires_at")),
                        claimId,
                        now)
                .stream()
                .findFirst();
    }

    /** Ends the claims that were begun for a seat. */
    public void forget(UUID seatId) {
        sql.update(
                "delete from roster_claim where school_id = current_school() and seat_id = ?",
                seatId);
    }

    /** Returns how many wrong claims the subject made since that instant. */
    public int failures(byte[] subject, Instant since) {
        return sql
                .list(
                        "select failures from roster_claim_attempt where school_id ="
                                + " current_school() and subject = ? and since > ?",
                        row -> row.getInt("failures"),
                        subject,
                        since)
                .stream()
                .findFirst()
                .orElse(0);
    }

    /** Counts a wrong claim; the count begins anew when its window is over. */
    public void failed(byte[] subject, Instant now, Duration window) {
        Instant stale = now.minus(window);
        sql.update(
                "delete from roster_claim_attempt where school_id = current_school() and since <="
                        + " ?",
                stale);
        sql.update(
                """
                insert into roster_claim_attempt as a (school_id, subject, failures, since)
                values (current_school(), ?, 1, ?)
                on conflict (school_id, subject) do update set failures = a.failures + 1
                """,
                subject,
                now);
    }
}
