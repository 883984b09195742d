package org.homeroom.roster;

import jakarta.enterprise.context.Dependent;
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
import java.util.UUID;
import org.homeroom.tenancy.TenantDatabase;

/** Runs the roster's statements in the transaction's connection. Lists are passed as SQL arrays. */
@Dependent
public class RosterSql {

    @Inject TenantDatabase database;

    /** Reads one record from the current row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Reader<T> reader, Object... values) {
        try (Connection connection = database.connection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reader.read(row));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the roster could not be read", e);
        }
    }

    int update(String sql, Object... values) {
        try (Connection connection = database.connection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the roster could not be stored", e);
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, sqlValue(connection, values[i]));
        }
        return statement;
    }

    private static Object sqlValue(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant at) {
            return at.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof UUID[] ids) {
            return connection.createArrayOf("uuid", ids);
        }
        if (value instanceof Integer[] numbers) {
            return connection.createArrayOf("integer", numbers);
        }
        if (value instanceof Boolean[] flags) {
            return connection.createArrayOf("boolean", flags);
        }
        if (value instanceof String[] texts) {
            return connection.createArrayOf("text", texts);
        }
        return value;
    }
}
