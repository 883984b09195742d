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

/** One-time tickets of the bound school, found by the SHA-256 of the secret. */
@ApplicationScoped
public class TicketRepository {

    @Inject TenantDatabase database;

    /** Stores a new ticket and removes those that have expired. */
    public void add(Ticket ticket, byte[] hash, Instant now) {
        String sql =
                "insert into identity_ticket (school_id, ticket_hash, channel, account_id,"
                        + " home_school_id, sign_in_id, expires_at)"
                        + " values (current_school(), ?, ?, ?, ?, ?, ?)";
        try (Connection connection = database.connection();
                PreparedStatement purge =
                        connection.prepareStatement(
                                "delete from identity_ticket where school_id = current_school() and expires_at < ?");
                PreparedStatement insert = connection.prepareStatement(sql)) {
            purge.setObject(1, now.atOffset(ZoneOffset.UTC));
            purge.executeUpdate();
            insert.setBytes(1, hash);
            insert.setString(2, ticket.channel());
            insert.setObject(3, ticket.accountId());
            insert.setObject(4, ticket.homeSchoolId());
            insert.setObject(5, ticket.signIn());
            insert.setObject(6, ticket.expiresAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the ticket could not be stored", e);
        }
    }

    /** Takes the ticket out, so that nobody can use it again; empty when there is none. */
    public Optional<Ticket> take(byte[] hash) {
        String sql =
                "delete from identity_ticket where school_id = current_school() and ticket_hash = ?"
                        + " returning channel, account_id, home_school_id, sign_in_id, expires_at";
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, hash);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(ticket(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the ticket could not be read", e);
        }
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                row.getString("channel"),
                row.getObject("account_id", UUID.class),
                row.getObject("home_school_id", UUID.class),
                row.getObject("sign_in_id", UUID.class),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
