package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.homeroom.tenancy.TenantDatabase;

/** Wrong tries of the bound school, by the hash of the name that was typed. */
@ApplicationScoped
public class AttemptRepository {

    private static final Duration KEPT = Duration.ofDays(1);

    @Inject TenantDatabase database;

    /** Returns how the name fares, {@link Attempts#NONE} when it was never wrong. */
    public Attempts of(byte[] nameHash) {
        String sql =
                "select failed, resting_until from identity_attempt"
                        + " where school_id = current_school() and name_hash = ?";
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, nameHash);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? attempts(row) : Attempts.NONE;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the wrong tries could not be read", e);
        }
    }

    /**
     * Counts a wrong try. The count starts anew after a rest or a day without tries.
     *
     * @return how the name fares now; it was wrong at most {@code allowed} times in a row
     */
    public Attempts failed(byte[] nameHash, Instant now, int allowed, Duration rest) {
        String sql =
                """
                insert into identity_attempt as a (school_id, name_hash, failed, last_at)
                values (current_school(), ?, 1, ?)
                on conflict (school_id, name_hash) do update set
                  failed = case when a.resting_until <= excluded.last_at or a.last_at < ? then 1
                                else least(a.failed + 1, ?) end,
                  resting_until = case when a.resting_until <= excluded.last_at or a.last_at < ? then null
                                       when a.failed + 1 >= ? then coalesce(a.resting_until, ?) end,
                  last_at = excluded.last_at
                returning failed, resting_until
                """;
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            OffsetDateTime stale = utc(now.minus(KEPT));
            statement.setBytes(1, nameHash);
            statement.setObject(2, utc(now));
            statement.setObject(3, stale);
            statement.setInt(4, allowed);
            statement.setObject(5, stale);
            statement.setInt(6, allowed);
            statement.setObject(7, utc(now.plus(rest)));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return attempts(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the wrong try could not be stored", e);
        }
    }

    /** Forgets the wrong tries of the name, and those of all names not tried for a day. */
    public void forget(byte[] nameHash, Instant now) {
        String sql =
                "delete from identity_attempt where school_id = current_school() and (name_hash = ? or last_at < ?)";
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, nameHash);
            statement.setObject(2, utc(now.minus(KEPT)));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the wrong tries could not be removed", e);
        }
    }

    private static Attempts attempts(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("resting_until", OffsetDateTime.class);
        return new Attempts(row.getInt("failed"), until == null ? null : until.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
