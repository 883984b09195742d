package org.homeroom.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * PostgreSQL from Maven Central for people who have none: durable, kept between runs, reachable
 * from this machine only and by password only.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** Stands in the directory's name, because another major version cannot open it. */
    private static final String MAJOR = "17";

    private static final String DATABASE = "homeroom";

    /** Held, because the logging system forgets the level of a logger that nobody holds. */
    private static final Logger LOG = Logger.getLogger("io.zonky");

    private final EmbeddedPostgres server;
    private final DatabaseAccess access;
    private final String superuser;

    private EmbeddedDatabase(EmbeddedPostgres server, DatabaseAccess access, String superuser) {
        this.server = server;
        this.access = access;
        this.superuser = superuser;
    }

    /**
     * Starts the database under the given directory, creating it with its roles when it is new.
     * Whoever starts it closes it, also when the program is told to end.
     *
     * @throws IOException when the server does not start; the reason is in the log
     */
    public static EmbeddedDatabase start(Path data, int port) throws IOException, SQLException {
        return start(data, port, true);
    }

    /**
     * Starts it so.
     *
     * @param outlivesPowerCut false for what nobody keeps: what it acknowledged then outlives the
     *     end of its own processes alone, however sudden
     * @throws IOException when the server does not start; the reason is in the log
     */
    public static EmbeddedDatabase start(Path data, int port, boolean outlivesPowerCut)
            throws IOException, SQLException {
        LOG.setLevel(Level.WARNING);
        Path directory = directory(data);
        Files.createDirectories(data);
        Secrets secrets = new Secrets(data.resolve("database.properties"));
        String superuser = secrets.password("superuser");
        EmbeddedPostgres server = launch(data, directory, port, superuser, outlivesPowerCut);
        try {
            return new EmbeddedDatabase(
                    server, prepare(directory, port, superuser, secrets), superuser);
        } catch (IOException | SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Where under the given directory the database is. */
    static Path directory(Path data) {
        return data.resolve("postgresql-" + MAJOR);
    }

    private static EmbeddedPostgres launch(
            Path data, Path directory, int port, String superuser, boolean outlivesPowerCut)
            throws IOException {
        String synced = outlivesPowerCut ? "on" : "off";
        try {
            return EmbeddedPostgres.builder()
                    // Not the machine's temporary directory, which others write to and clean.
                    .setOverrideWorkingDirectory(data.resolve("postgresql-binaries").toFile())
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    // It would stop at once with the program, before the server that still needs
                    // it.
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setConnectConfig("password", superuser)
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    // The library starts throw-away servers; this one keeps what it
                    // acknowledged.
                    .setServerConfig("fsync", synced)
                    .setServerConfig("full_page_writes", synced)
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    // A school year of taps is counted in memory.
                    .setServerConfig("shared_buffers", "512MB")
                    .setServerConfig("max_wal_size", "512MB")
                    .start();
        } catch (IllegalStateException e) {
            // Root steps down by a user namespace, which some containers forbid.
            String cure =
                    "root".equals(System.getProperty("user.name"))
                            ? "PostgreSQL does not run as root: start Homeroom as another user"
                            : "look whether this user may write there";
            throw new Refused(
                    "The database in "
                            + directory
                            + " did not start; "
                            + cure
                            + ", or set DB_URL to use an existing one.");
        }
    }

    private static DatabaseAccess prepare(
            Path directory, int port, String superuser, Secrets secrets)
            throws IOException, SQLException {
        String host = "jdbc:postgresql://127.0.0.1:" + port + "/";
        DatabaseAccess access =
                new DatabaseAccess(
                        host + DATABASE,
                        "homeroom_owner",
                        secrets.password("owner"),
                        "homeroom_app",
                        secrets.password("app"));
        try (Connection admin =
                DriverManager.getConnection(host + "postgres", "postgres", superuser)) {
            if (!finds(admin, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                requirePasswords(admin, directory, superuser);
                execute(admin, "create database " + DATABASE);
            }
        }
        try (Connection admin =
                DriverManager.getConnection(host + DATABASE, "postgres", superuser)) {
            new Roles(access.ownerPassword(), access.appPassword(), secrets.password("platform"))
                    .create(admin);
        }
        return access;
    }

    private static boolean finds(Connection admin, String sql) throws SQLException {
        try (Statement statement = admin.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next();
        }
    }

    private static void requirePasswords(Connection admin, Path directory, String superuser)
            throws IOException, SQLException {
        execute(admin, "alter role postgres password '" + superuser + "'");
        Files.writeString(
                directory.resolve("pg_hba.conf"),
                "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n");
        execute(admin, "select pg_reload_conf()");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Tells whether it has a district, the last thing that a first start makes. */
    public boolean hasDistrict() throws SQLException {
        try (Connection admin = DriverManager.getConnection(access.url(), "postgres", superuser)) {
            return finds(admin, "select 1 where to_regclass('homeroom.tenancy_school') is not null")
                    && finds(
                            admin, "select 1 from homeroom.tenancy_school where kind = 'district'");
        }
    }

    /** How to reach it. */
    public DatabaseAccess access() {
        return access;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
