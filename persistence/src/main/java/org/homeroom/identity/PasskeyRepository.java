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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantDatabase;

/** Passkeys of the bound school. */
@ApplicationScoped
public class PasskeyRepository {

    private static final String SELECT =
            """
            select school_id, id, account_id, credential_id, host, credential, sign_count, name,
                   created_at, last_used_at
              from identity_passkey where school_id = current_school() and
            """;

    @Inject TenantDatabase database;

    /** Lists the person's passkeys, the oldest first. */
    public List<PasskeyRow> of(UUID accountId) {
        return list(SELECT + " account_id = ? order by id", accountId);
    }

    /** Finds a passkey by the id that its authenticator gave it. */
    public Optional<PasskeyRow> byCredentialId(byte[] credentialId) {
        return list(SELECT + " credential_id = ?", credentialId).stream().findFirst();
    }

    /** Stores a new passkey; false when its authenticator's id is known already. */
    public boolean add(PasskeyRow passkey) {
        String sql =
                """
                insert into identity_passkey (school_id, id, account_id, credential_id, host,
                  credential, sign_count, name, created_at)
                values (current_school(), ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (school_id, credential_id) do nothing
                """;
        return change(
                sql,
                passkey.id(),
                passkey.accountId(),
                passkey.credentialId(),
                passkey.host(),
                passkey.credential(),
                passkey.signCount(),
                passkey.name(),
                utc(passkey.createdAt()));
    }

    /**
     * Notes a use. A counter that counts must have gone up since the last use that anybody noted.
     *
     * @return false when it had not
     */
    public boolean use(UUID id, long signCount, Instant now) {
        String sql =
                """
                update identity_passkey set sign_count = ?, last_used_at = ?
                 where school_id = current_school() and id = ?
                   and (sign_count < ? or sign_count = 0 and ? = 0)
                """;
        return change(sql, signCount, utc(now), id, signCount, signCount);
    }

    /** Gives the person's passkey another name; false when it is not theirs. */
    public boolean rename(UUID accountId, UUID id, String name) {
        return change(
                "update identity_passkey set name = ?"
                        + " where school_id = current_school() and account_id = ? and id = ?",
                name,
                accountId,
                id);
    }

    /** Removes the person's passkey; false when it is not theirs. */
    public boolean remove(UUID accountId, UUID id) {
        return change(
                "delete from identity_passkey"
                        + " where school_id = current_school() and account_id = ? and id = ?",
                accountId,
                id);
    }

    /** Removes every passkey of the person. */
    public void removeAll(UUID accountId) {
        change(
                "delete from identity_passkey where school_id = current_school() and account_id = ?",
                accountId);
    }

    private List<PasskeyRow> list(String sql, Object key) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, key);
            List<PasskeyRow> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(passkey(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the passkeys could not be read", e);
        }
    }

    private boolean change(String sql, Object... values) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("the passkey could not be stored", e);
        }
    }

    private static PasskeyRow passkey(ResultSet row) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new PasskeyRow(
                row.getObject("school_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getBytes("credential_id"),
                row.getString("host"),
                row.getBytes("credential"),
                row.getLong("sign_count"),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
