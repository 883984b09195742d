package org.homeroom.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.TestDatabase;

/**
 * Two schools with a row each in every table that has a {@code school_id}, whatever tables there
 * are: one transaction of the superuser that first takes the tables' checks away and is never
 * committed. Questions are then asked as the application's role.
 */
final class TwoSchools implements AutoCloseable {

    /** Tables of schools, from the catalogue. */
    static final String TABLES =
            """
            select c.relname from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and c.relnamespace = 'homeroom'::regnamespace order by 1
            """;

    private static final String CHECKS =
            "select conname from pg_constraint where contype = 'c' and conrelid = to_regclass(?)";
    private static final String REQUIRED =
            """
            select a.attname from pg_attribute a
            where a.attrelid = to_regclass(?) and a.attnum > 0 and a.attnotnull and a.attidentity = ''
              and not exists (select from pg_index i
                where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any (i.indkey))
            """;
    private static final String KEY =
            """
            select quote_ident(a.attname) || ':' || format_type(a.atttypid, null) from pg_index i
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
            where i.indrelid = to_regclass(?) and i.indisprimary
              and a.attname <> 'school_id' and a.attidentity = ''
            """;
    private static final String NO_RIGHT = "42501";

    final UUID ours = UUID.randomUUID();
    final UUID theirs = UUID.randomUUID();
    private final Connection connection;

    private TwoSchools(Connection connection) {
        this.connection = connection;
    }

    /** Plants the rows. */
    static TwoSchools plant() throws SQLException {
        Connection superuser = TestDatabase.get().superuser();
        superuser.setAutoCommit(false);
        TwoSchools schools = new TwoSchools(superuser);
        // Switches foreign keys and triggers off.
        schools.run(
                "set local search_path = homeroom; set local session_replication_role = replica");
        schools.found(schools.ours, "ours");
        schools.found(schools.theirs, "theirs");
        for (String table : schools.list(TABLES)) {
            for (String check : schools.list(CHECKS, table)) {
                schools.run("alter table " + table + " drop constraint " + check);
            }
            for (String column : schools.list(REQUIRED, table)) {
                schools.run("alter table " + table + " alter column " + column + " drop not null");
            }
            schools.row(table, schools.ours);
            schools.row(table, schools.theirs);
        }
        schools.run("set local session_replication_role = origin");
        return schools;
    }

    private void found(UUID id, String name) throws SQLException {
        run(
                "insert into tenancy_school (id, name, subdomain, zone) values ('%s', '%s', '%s', 'UTC')"
                        .formatted(id, name, name));
    }

    private void row(String table, UUID school) throws SQLException {
        StringBuilder columns = new StringBuilder("school_id");
        StringBuilder values = new StringBuilder("'" + school + "'");
        for (String column : list(KEY, table)) {
            String[] nameAndType = column.split(":", 2);
            columns.append(", ").append(nameAndType[0]);
            values.append(", ").append(some(nameAndType[1]));
        }
        run("insert into " + table + " (" + columns + ") values (" + values + ")");
    }

    private static String some(String type) {
        return switch (type) {
            case "uuid" -> "'00000000-0000-0000-0000-000000000001'";
            case "timestamp with time zone", "date" -> "'2026-10-16'";
            default -> "'1'";
        };
    }

    /**
     * Counts the rows that a statement of the application's role returns as {@code count} or
     * changes.
     *
     * @param school bound to the transaction; null for none
     * @return the number, or null when the role has no right to do it or the row to be is not its
     *     own
     */
    Integer as(UUID school, String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local role homeroom_app");
            statement.execute(
                    "select set_config('app.school_id', '"
                            + (school == null ? "" : school)
                            + "', true)");
            if (!statement.execute(sql)) {
                return statement.getUpdateCount();
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            if (NO_RIGHT.equals(e.getSQLState())) {
                return null;
            }
            throw e;
        } finally {
            connection.rollback(before);
        }
    }

    /** Returns the first column of a question to the catalogue. */
    List<String> list(String sql, String... parameters) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                question.setString(i + 1, parameters[i]);
            }
            List<String> all = new ArrayList<>();
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
            return all;
        }
    }

    /** Does something as the superuser. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
