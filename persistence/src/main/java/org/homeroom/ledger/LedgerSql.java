package org.homeroom.ledger;

import java.sql.Array;
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

/**
 * One statement of plain SQL in the running transaction. Null parameters need a cast in the text.
 */
final class LedgerSql {

    private LedgerSql() {}

    /** Reads a row into a record. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Makes the parameters of a statement, in order; arrays need the connection. */
    interface Parameters {
        Object[] of(Connection connection) throws SQLException;
    }

    static <T> List<T> list(
            TenantDatabase database, String sql, Reader<T> reader, Object... parameters) {
        return listWith(database, sql, reader, connection -> parameters);
    }

    static <T> List<T> listWith(
            TenantDatabase database, String sql, Reader<T> reader, Parameters parameters) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Object[] values = parameters.of(connection);
            for (int i = 0; i < values.length; i++) {
                set(statement, i + 1, values[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw LedgerRefusal.of(e);
        }
    }

    static int change(TenantDatabase database, String sql, Object... parameters) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                set(statement, i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw LedgerRefusal.of(e);
        }
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static void set(PreparedStatement statement, int index, Object value)
            throws SQLException {
        if (value instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Array array) {
            statement.setArray(index, array);
        } else {
            statement.setObject(index, value);
        }
    }
}
