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
import java.util.ArrayList;
import java.util.List;
import org.homeroom.tenancy.TenantDatabase;

/** Wrong tries of the bound school, by the hash of the name that was typed and of the network. */
@ApplicationScoped
public class AttemptRepository {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final String SELECT =
            "select failed, rests, resting_until, last_at from identity_attempt"
                    + " where school_id = current_school() and name_hash = ?";

    @Inject TenantDatabase database;

    /** Returns how the name fares, {@link Attempts#NONE} when it was never wrong. */
    public Attempts of(byte[] nameHash) {
        try (Connection connection = database.connection()) {
            return read(connection, SELECT, nameHash);
        } catch (SQLException e) {
            throw new IllegalStateException("the wrong tries could not be read", e);
        }
    }

    /**
     * Returns how the name fares, and keeps other tries with it waiting until this one is stored.
     */
    public Attempts lock(byte[] nameHash) {
        String first =
                "insert into identity_attempt (school_id, name_hash, failed, last_at)"
                        + " values (current_school(), ?, 0, '1970-01-01T00:00:00Z')"
                        + " on conflict (school_id, name_hash) do nothing";
        try (Connection connection = database.connection();
                PreparedStatement insert = connection.prepareStatement(first)) {
            insert.setBytes(1, nameHash);
            insert.executeUpdate();
            return read(connection, SELECT + " for update", nameHash);
        } catch (SQLException e) {
            throw new IllegalStateException("the wrong tries could not be read", e);
        }
    }

    /** Lists those of the names that rest. */
    public List<String> resting(List<String> nameHashesHex, Instant now) {
        String sql =
                """
                select encode(name_hash, 'hex') from identity_attempt
                 where school_id = current_school() and resting_until > ?
                   and name_hash in (select decode(h, 'hex') from unnest(?::text[]) h)
                """;
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, utc(now));
            statement.setArray(
                    2, connection.createArrayOf("text", nameHashesHex.toArray(String[]::new)));
            List<String> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the resting names could not be read", e);
        }
    }

    /** Stores how a locked name fares now. */
    public void store(byte[] nameHash, Attempts attempts) {
        String sql =
                "update identity_attempt set failed = ?, rests = ?, resting_until = ?, last_at = ?"
                        + " where school_id = current_school() and name_hash = ?";
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, attempts.failed());
            statement.setInt(2, attempts.rests());
            statement.setObject(3, utc(attempts.restingUntil()));
            statement.setObject(4, utc(attempts.lastAt()));
            statement.setBytes(5, nameHash);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the wrong try could not be stored", e);
        }
    }

    /**
     * Counts a wrong try against the network it came from.
     *
     * @return how many there were since its window began, this one included
     */
    public int failedFrom(byte[] networkHash, Instant now, Duration window) {
        String sql =
                """
                insert into identity_network as n (school_id, network_hash, failed, since)
                values (current_school(), ?, 1, ?)
                on conflict (school_id, network_hash) do update set
                  failed = case when n.since < ? then 1 else n.failed + 1 end,
                  since = case when n.since < ? then excluded.since else n.since end
                returning failed
                """;
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            OffsetDateTime begin = utc(now.minus(window));
            statement.setBytes(1, networkHash);
            statement.setObject(2, utc(now));
            statement.setObject(3, begin);
            statement.setObject(4, begin);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the wrong try could not be counted", e);
        }
    }

    /** Forgets the wrong tries of the name, and whatever was not tried for a day. */
    public void forget(byte[] nameHash, Instant now) {
        OffsetDateTime old = utc(now.minus(KEPT));
        try (Connection connection = database.connection();
                PreparedStatement names =
                        connection.prepareStatement(
                                "delete from identity_attempt where school_id = current_school()"
                                        + " and (name_hash = ? or last_at < ?)");
                PreparedStatement networks =
                        connection.prepareStatement(
                                "delete from identity_network where school_id = current_school()"
                                        + " and since < ?")) {
            names.setBytes(1, nameHash);
            names.setObject(2, old);
            names.executeUpdate();
            networks.setObject(1, old);
            networks.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the wrong tries could not be removed", e);
        }
    }

    private static Attempts read(Connection connection, String sql, byte[] nameHash)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, nameHash);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? attempts(row) : Attempts.NONE;
            }
        }
    }

    private static Attempts attempts(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("resting_until", OffsetDateTime.class);
        return new Attempts(
                row.getInt("failed"),
                row.getInt("rests"),
                until == null ? null : until.toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
