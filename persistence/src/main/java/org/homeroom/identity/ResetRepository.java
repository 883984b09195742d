package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Links of the bound school with which a person chooses new proofs; one for each person. */
@ApplicationScoped
public class ResetRepository {

    @Inject TenantSql sql;

    /** Stores a new link in place of the person's last one. */
    public void put(UUID accountId, byte[] secretHash, UUID maker, Instant expiresAt) {
        sql.update(
                """
                insert into identity_reset (school_id, account_id, secret_hash, made_by, expires_at)
                values (current_school(), ?, ?, ?, ?)
                on conflict (school_id, account_id) do update set secret_hash = excluded.secret_hash,
                       made_by = excluded.made_by, expires_at = excluded.expires_at, used_at = null
                """,
                accountId,
                secretHash,
                maker,
                expiresAt);
    }

    /** Returns whose link it is, as long as it is good. */
    public Optional<UUID> owner(byte[] secretHash, Instant now) {
        return sql
                .list(
                        """
                        select account_id from identity_reset where school_id = current_school()
                           and secret_hash = ? and used_at is null and expires_at > ?
                        """,
                        row -> row.getObject(1, UUID.class),
                        secretHash,
                        now)
                .stream()
                .findFirst();
    }

    /** Uses the link up and returns whose it was; empty when it is good for nothing. */
    public Optional<UUID> use(byte[] secretHash, Instant now) {
        return sql
                .list(
                        """
                        update identity_reset set used_at = ? where school_id = current_school()
                           and secret_hash = ? and used_at is null and expires_at > ?
                        returning account_id
                        """,
                        row -> row.getObject(1, UUID.class),
                        now,
                        secretHash,
                        now)
                .stream()
                .findFirst();
    }
}
