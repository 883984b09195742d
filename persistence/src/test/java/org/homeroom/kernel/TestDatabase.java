package org.homeroom.kernel;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * A PostgreSQL with the roles and the schema of the product, started once for all tests of a JVM.
 * Tests share it: each makes schools of its own ({@link #newSchool()}).
 */
public final class TestDatabase {
    private static final String PASSWORD = "test";
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.flywaydb"), Logger.getLogger("io.zonky"));
    private static TestDatabase started;
    private final String url;

    private TestDatabase(String url) {
        this.url = url;
    }

    /** The database, started and migrated by the first caller. */
    public static synchronized TestDatabase get() {
        if (started == null) {
            try {
                started = start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return started;
    }

    private static TestDatabase start() throws IOException, SQLException {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setLocaleConfig("encoding", "UTF8")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C")
                        .start();
        TestDatabase database =
                new TestDatabase(server.getJdbcUrl("postgres", "postgres").split("\\?")[0]);
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement();
                InputStream roles = TestDatabase.class.getResourceAsStream("/db/roles.sql")) {
            statement.execute(
                    new String(roles.readAllBytes(), StandardCharsets.UTF_8)
                            .replaceAll(":'\\w+_password'", "'" + PASSWORD + "'"));
        }
        FluentConfiguration flyway =
                Flyway.configure()
                        .dataSource(database.url, "homeroom_owner", PASSWORD)
                        .defaultSchema("homeroom")
                        .createSchemas(false);
        flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        flyway.load().migrate();
        return database;
    }

    /** Where it listens, without user and password. */
    public String url() {
        return url;
    }

    /** A connection of the owner of the tables; row-level security binds it as well. */
    public Connection owner() throws SQLException {
        return connect("homeroom_owner");
    }

    /** A connection of the application's role without a school. */
    public Connection app() throws SQLException {
        return connect("homeroom_app");
    }

    /** A connection that nothing binds, for what neither role may do. */
    public Connection superuser() throws SQLException {
        return connect("postgres");
    }

    /** The application's role in an open transaction bound to the school; close to roll back. */
    public Connection asSchool(UUID schoolId) throws SQLException {
        Connection connection = app();
        connection.setAutoCommit(false);
        try (PreparedStatement bind =
                connection.prepareStatement("select set_config('app.school_id', ?, true)")) {
            bind.setString(1, schoolId.toString());
            bind.execute();
        }
        return connection;
    }

    /** Registers a school of its own for a test. */
    public UUID newSchool() throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection app = app();
                PreparedStatement insert =
                        app.prepareStatement(
                                "insert into tenancy_school (id, name, subdomain, zone)"
                                        + " values (?, 'Test school', ?, 'America/Los_Angeles')")) {
            insert.setObject(1, id);
            insert.setString(2, "t" + id.toString().replace("-", ""));
            insert.executeUpdate();
        }
        return id;
    }

    private Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url, role, PASSWORD);
    }
}
