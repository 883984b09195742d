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

/** Authenticators of the bound school. */
@ApplicationScoped
public class TotpRepository {

    @Inject TenantDatabase database;

    /** Finds the person's authenticator, confirmed or not. */
    public Optional<TotpRow> of(UUID accountId) {
        String sql =
                "select sealed_secret, confirmed_at is not null as confirmed from identity_totp"
                        + " where school_id = current_school() and account_id = ?";
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, accountId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new TotpRow(
                                        accountId,
                                        row.getBytes("sealed_secret"),
                                        row.getBoolean("confirmed")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the authenticator could not be read", e);
        }
    }

    /**
     * Stores a secret that its owner has yet to confirm, in place of an earlier unconfirmed one.
     *
     * @return false when there is a confirmed one; it stays
     */
    public boolean begin(UUID accountId, byte[] sealedSecret, Instant now) {
        String sql =
                """
                insert into identity_totp as t (school_id, account_id, sealed_secret, begun_at)
                values (current_school(), ?, ?, ?)
                on conflict (school_id, account_id) do update
                  set sealed_secret = excluded.sealed_secret, begun_at = excluded.begun_at, last_step = 0
                  where t.confirmed_at is null
                """;
        return change(sql, accountId, sealedSecret, utc(now));
    }

    /** Lets the authenticator guard the account from now on. */
    public void confirm(UUID accountId, Instant now) {
        change(
                "update identity_totp set confirmed_at = ?"
                        + " where school_id = current_school() and account_id = ?",
                utc(now),
                accountId);
    }

    /** Takes the time step; false when it or a later one was taken before, by whichever node. */
    public boolean takeStep(UUID accountId, long step) {
        return change(
                "update identity_totp set last_step = ?"
                        + " where school_id = current_school() and account_id = ? and last_step < ?",
                step,
                accountId,
                step);
    }

    /** Removes the authenticator; false when there was none. */
    public boolean remove(UUID accountId) {
        return change(
                "delete from identity_totp where school_id = current_school() and account_id = ?",
                accountId);
    }

    private boolean change(String sql, Object... values) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("the authenticator could not be stored", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
