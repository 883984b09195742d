package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.homeroom.tenancy.TenantDatabase;

/** Challenges of the bound school that authenticators have yet to sign. */
@ApplicationScoped
public class ChallengeRepository {

    @Inject TenantDatabase database;

    /**
     * Stores a challenge and removes those that are over.
     *
     * @param accountId who registers with it, null for a sign-in
     */
    public void add(byte[] hash, UUID accountId, Instant end, Instant now) {
        String insert =
                "insert into identity_challenge (school_id, challenge_hash, account_id, expires_at)"
                        + " values (current_school(), ?, ?, ?)";
        try (Connection connection = database.connection();
                PreparedStatement old =
                        connection.prepareStatement(
                                "delete from identity_challenge"
                                        + " where school_id = current_school() and expires_at < ?");
                PreparedStatement fresh = connection.prepareStatement(insert)) {
            old.setObject(1, utc(now));
            old.executeUpdate();
            fresh.setBytes(1, hash);
            fresh.setObject(2, accountId);
            fresh.setObject(3, utc(end));
            fresh.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the challenge could not be stored", e);
        }
    }

    /**
     * Takes a challenge; false when it is unknown, over, taken before or meant for somebody else.
     */
    public boolean take(byte[] hash, UUID accountId, Instant now) {
        String sql =
                "delete from identity_challenge where school_id = current_school()"
                        + " and challenge_hash = ? returning account_id, expires_at";
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, hash);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        && Objects.equals(accountId, row.getObject("account_id", UUID.class))
                        && row.getObject("expires_at", OffsetDateTime.class)
                                .toInstant()
                                .isAfter(now);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the challenge could not be taken", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
