package org.homeroom.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Asks the catalogue. Needs neither a school nor a transaction, and sees no row of any school. */
@ApplicationScoped
public class SchemaRepository {

    /**
     * New and detached partitions do not inherit row-level security: the last column finds them.
     */
    private static final String STATE =
            """
            select array(select version from flyway_schema_history
                where success and version is not null order by 1),
              (select count(*) from flyway_schema_history where not success),
              current_user::text,
              (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
                or exists (select from pg_namespace n
                  where n.nspname in ('homeroom', 'homeroom_batch')
                    and pg_has_role(n.nspowner, 'member')),
              array(select c.oid::regclass::text
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id'
                  and not a.attisdropped
                where c.relkind in ('r', 'p', 'm')
                  and has_table_privilege(c.oid, 'select')
                  and not (c.relrowsecurity and c.relforcerowsecurity)
                order by 1)
            """;

    @Resource(lookup = "java:jboss/datasources/HomeroomDS")
    private DataSource dataSource;

    /**
     * Reads the state now.
     *
     * @throws SQLException when the database is away or was never migrated
     */
    public SchemaState state() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(STATE)) {
            statement.setQueryTimeout(5);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new SchemaState(
                        texts(row.getArray(1)),
                        row.getInt(2),
                        row.getString(3),
                        row.getBoolean(4),
                        texts(row.getArray(5)));
            }
        }
    }

    /** The migrations that this build carries, in order; the build writes their list. */
    public List<String> expectedVersions() {
        try (InputStream in = SchemaRepository.class.getResourceAsStream("/db/migrations.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(name -> name.substring(1, name.indexOf("__")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("db/migrations.txt cannot be read", e);
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
