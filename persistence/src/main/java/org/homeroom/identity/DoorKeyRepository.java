package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Door keys of the bound school, found by the SHA-256 of the secret. */
@ApplicationScoped
public class DoorKeyRepository {

    private static final Duration SEEN_STEP = Duration.ofMinutes(1);
    private static final String SELECT =
            """
            select k.account_id, k.role, k.place_id, k.made_by, k.made_at, k.seen_at,
                   a.display_name, a.expires_at
              from identity_door_key k
              join identity_account a on a.school_id = k.school_id and a.id = k.account_id
             where k.school_id = current_school()
               and a.disabled_at is null and coalesce(a.expires_at > now(), true)
            """;

    @Inject TenantSql sql;
    @Inject AccountNames names;

    /** Stores a new key. */
    public void add(
            UUID accountId, String role, UUID placeId, byte[] secretHash, UUID by, Instant now) {
        sql.update(
                """
                insert into identity_door_key (school_id, account_id, role, place_id, secret_hash,
                       made_by, made_at)
                values (current_school(), ?, ?, ?, ?, ?, ?)
                """,
                accountId,
                role,
                placeId,
                secretHash,
                by,
                now);
    }

    /** Lists the keys to a place that still open it, the newest first. */
    public List<DoorKey> of(String role, UUID placeId) {
        return sql.list(
                SELECT + " and k.role = ? and k.place_id = ? order by k.made_at desc, k.account_id",
                this::key,
                role,
                placeId);
    }

    /** Returns the key that the account comes in by. */
    public Optional<DoorKey> byAccount(UUID accountId) {
        return sql.list(SELECT + " and k.account_id = ?", this::key, accountId).stream()
                .findFirst();
    }

    /** Finds the key with the secret and notes that it is in use. */
    public Optional<DoorKey> use(byte[] secretHash, Instant now) {
        Optional<DoorKey> found =
                sql.list(SELECT + " and k.secret_hash = ?", this::key, secretHash).stream()
                        .findFirst();
        found.filter(key -> isStale(key.seenAt(), now))
                .ifPresent(
                        key ->
                                sql.update(
                                        """
                                        update identity_door_key set seen_at = ?
                                         where school_id = current_school() and account_id = ?
                                        """,
                                        now,
                                        key.accountId()));
        return found;
    }

    /** Drops a key to a place; false when there is none. */
    public boolean drop(String role, UUID placeId, UUID accountId) {
        return sql.update(
                        """
                        delete from identity_door_key
                         where school_id = current_school() and role = ? and place_id = ?
                           and account_id = ?
                        """,
                        role,
                        placeId,
                        accountId)
                == 1;
    }

    private static boolean isStale(Instant seen, Instant now) {
        return seen == null || seen.plus(SEEN_STEP).isBefore(now);
    }

    private DoorKey key(ResultSet row) throws SQLException {
        UUID account = row.getObject("account_id", UUID.class);
        return new DoorKey(
                account,
                row.getString("role"),
                row.getObject("place_id", UUID.class),
                names.displayName(account, row.getString("display_name")),
                row.getObject("made_by", UUID.class),
                TenantSql.instant(row, "made_at"),
                TenantSql.instant(row, "seen_at"),
                TenantSql.instant(row, "expires_at"));
    }
}
