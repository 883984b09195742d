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
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantDatabase;

/** Bearer tokens of the bound school, found by the SHA-256 of the secret. */
@ApplicationScoped
public class TokenRepository {

    private static final String COLUMNS =
            " id, kind, family_id, account_id, home_school_id, expires_at, used_at is not null as used ";

    @Inject TenantDatabase database;

    /** Stores a new token. */
    public void add(Token token, byte[] hash) {
        String sql =
                "insert into identity_token (school_id, id, token_hash, kind, family_id, account_id,"
                        + " home_school_id, expires_at) values (current_school(), ?, ?, ?, ?, ?, ?, ?)";
        update(
                sql,
                token.id(),
                hash,
                token.kind(),
                token.familyId(),
                token.accountId(),
                token.homeSchoolId(),
                utc(token.expiresAt()));
    }

    /** Finds a token whether or not it has expired. */
    public Optional<Token> find(byte[] hash) {
        return one(
                "select"
                        + COLUMNS
                        + "from identity_token where school_id = current_school() and token_hash = ?",
                hash);
    }

    /** Finds a token and keeps others from exchanging it until the transaction ends. */
    public Optional<Token> lock(byte[] hash) {
        return one(
                "select"
                        + COLUMNS
                        + "from identity_token where school_id = current_school() and token_hash = ? for update",
                hash);
    }

    /** Marks a refresh token as exchanged and drops the access tokens it came with. */
    public void exchange(Token token, Instant now) {
        update(
                "delete from identity_token where school_id = current_school() and family_id = ? and kind = 'access'",
                token.familyId());
        update(
                "update identity_token set used_at = ? where school_id = current_school() and id = ?",
                utc(now),
                token.id());
    }

    /** Revokes every token of one sign-in. */
    public void dropFamily(UUID familyId) {
        update(
                "delete from identity_token where school_id = current_school() and family_id = ?",
                familyId);
    }

    /** Revokes every token of the person. */
    public void dropAccount(UUID accountId) {
        update(
                "delete from identity_token where school_id = current_school() and account_id = ?",
                accountId);
    }

    /** Revokes every token of the person but those of one sign-in; null spares none. */
    public void dropOthers(UUID accountId, UUID sparedFamily) {
        update(
                "delete from identity_token where school_id = current_school() and account_id = ?"
                        + " and family_id is distinct from ?::uuid",
                accountId,
                sparedFamily == null ? null : sparedFamily.toString());
    }

    /** Removes what has expired. */
    public void dropExpired(Instant now) {
        update(
                "delete from identity_token where school_id = current_school() and expires_at < ?",
                utc(now));
    }

    private Optional<Token> one(String sql, byte[] hash) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, hash);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(token(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the token could not be read", e);
        }
    }

    private void update(String sql, Object... values) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the token could not be stored", e);
        }
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("family_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getObject("home_school_id", UUID.class),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("used"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
