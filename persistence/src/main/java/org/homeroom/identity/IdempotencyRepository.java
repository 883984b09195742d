package org.homeroom.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.privacy.PersonalData;
import org.homeroom.tenancy.TenantDatabase;

/** First results of writes in the bound school, by account and key. */
@ApplicationScoped
public class IdempotencyRepository {

    private static final PersonalColumn RESPONSE =
            new PersonalColumn("identity_idempotency", "response");

    @Inject TenantDatabase database;
    @Inject PersonalData personal;

    /**
     * Claims the key for a request.
     *
     * @param abandonedBefore a request under way since before then died and gives its key up
     * @return false when the key belongs to an earlier request
     */
    public boolean begin(
            UUID accountId,
            String key,
            String route,
            byte[] hash,
            Instant now,
            Instant abandonedBefore) {
        String sql =
                """
                insert into identity_idempotency as i
                  (school_id, account_id, key, route, request_hash, begun_at)
                values (current_school(), ?, ?, ?, ?, ?)
                on conflict (school_id, account_id, key) do update set begun_at = excluded.begun_at
                  where i.status is null and i.begun_at < ? and i.request_hash = excluded.request_hash
                """;
        return update(
                        sql,
                        accountId,
                        key,
                        route,
                        hash,
                        now.atOffset(ZoneOffset.UTC),
                        abandonedBefore.atOffset(ZoneOffset.UTC))
                > 0;
    }

    /** Returns the first result. */
    public Optional<FirstResult> find(UUID accountId, String key) {
        String sql =
                "select request_hash, status, content_type, response from identity_idempotency"
                        + " where school_id = current_school() and account_id = ? and key = ?";
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, accountId);
            statement.setString(2, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new FirstResult(
                                        row.getBytes(1),
                                        row.getObject(2, Integer.class),
                                        row.getString(3),
                                        opened(accountId, key, row.getBytes(4))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the first result could not be read", e);
        }
    }

    /** Keeps the result for those who ask again. */
    public void finish(
            UUID accountId, String key, int status, String contentType, byte[] response) {
        update(
                """
                update identity_idempotency set status = ?, content_type = ?, response = ?
                 where school_id = current_school() and account_id = ? and key = ?
                """,
                status,
                contentType,
                sealed(accountId, key, response),
                accountId,
                key);
    }

    /** Gives the key up after a refusal, so that the person may correct the request. */
    public void release(UUID accountId, String key) {
        update(
                "delete from identity_idempotency where school_id = current_school() and account_id = ? and key = ?"
                        + " and status is null",
                accountId,
                key);
    }

    /** Removes the results of requests begun before then. */
    public void dropBefore(Instant before) {
        update(
                "delete from identity_idempotency where school_id = current_school() and begun_at < ?",
                before.atOffset(ZoneOffset.UTC));
    }

    // Answers name people; they are text, and of others than our own JSON nothing is kept.
    private byte[] sealed(UUID accountId, String key, byte[] response) {
        return response == null
                ? null
                : personal.seal(RESPONSE, accountId + "/" + key, new String(response, UTF_8))
                        .getBytes(UTF_8);
    }

    private byte[] opened(UUID accountId, String key, byte[] response) {
        return response == null
                ? null
                : personal.open(RESPONSE, accountId + "/" + key, new String(response, UTF_8))
                        .getBytes(UTF_8);
    }

    private int update(String sql, Object... values) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the first result could not be stored", e);
        }
    }
}
