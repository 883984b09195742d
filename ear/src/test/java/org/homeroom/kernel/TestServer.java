package org.homeroom.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.homeroom.launcher.DatabaseAccess;
import org.homeroom.launcher.DirectoryTree;
import org.homeroom.launcher.EmbeddedDatabase;
import org.homeroom.launcher.Migration;
import org.homeroom.launcher.Server;
import org.homeroom.launcher.Settings;
import org.homeroom.launcher.WildFly;

/**
 * The product as a newcomer gets it: real PostgreSQL, migrated as the owner, a server configured by
 * the CLI script, the built EAR deployed once, the demonstration district. Started for the first
 * test that asks, stopped with the JVM.
 */
public final class TestServer {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path ROOT = TARGET.getParent().getParent();
    private static final int READY_SECONDS = 600;

    /** Tests run in several JVMs, each with a server of its own. */
    private static final int NUMBER =
            Integer.parseInt(System.getProperty("homeroom.test.number", "1"));

    /** How many each may choose from, past those that browsers refuse. */
    private static final int PORTS = 4_000;

    private static final int FIRST_PORT = 10_100;
    private static final Set<Integer> given = new HashSet<>();
    private static TestServer started;

    /** Kept, so that each further test fails at once. */
    private static IllegalStateException refused;

    private final Settings settings;
    private final WildFly wildfly;
    private EmbeddedDatabase database;
    private Server server;

    private TestServer(Settings settings) {
        this.settings = settings;
        this.wildfly = new WildFly(settings.wildfly(), settings.serverBase(), settings.config());
    }

    /** The server, started and ready. */
    public static synchronized TestServer get() {
        if (refused != null) {
            throw refused;
        }
        if (started == null) {
            try {
                started = start();
            } catch (Exception e) {
                refused = new IllegalStateException("the server under test did not start", e);
                throw refused;
            }
        }
        return started;
    }

    private static TestServer start() throws Exception {
        Path data = TARGET.resolve("test-data-" + NUMBER);
        DirectoryTree.delete(data);
        Settings settings =
                new Settings(
                        freePort(),
                        freePort(),
                        freePort(),
                        data,
                        wildfly(),
                        TARGET.resolve("homeroom.ear"),
                        ROOT.resolve("wildfly-config"),
                        null,
                        true,
                        // In so short a life a heap that grows little by little costs too much.
                        "-Xms512m -Xmn256m -Xmx768m -XX:MetaspaceSize=256m -XX:+UseSerialGC"
                                + " -Dhomeroom.dns="
                                + TestDns.get().address()
                                + " -Dhomeroom.domain-proxy="
                                + TestProxy.get().address()
                                + " -Dhomeroom.sso.name=Riverbend-ID -Dhomeroom.sso.provider="
                                + TestProvider.get().address()
                                + " -Dhomeroom.sso.client="
                                + TestProvider.CLIENT
                                + " -Dhomeroom.sso.secret="
                                + TestProvider.SECRET);
        TestServer made = new TestServer(settings);
        FutureTask<Void> configuring = new FutureTask<>(made::configure);
        Thread aside = new Thread(configuring, "configuring");
        aside.setDaemon(true);
        aside.start();
        made.database = EmbeddedDatabase.start(data, settings.databasePort(), false);
        Runtime.getRuntime().addShutdownHook(new Thread(made::stop));
        Migration.run(made.database.access());
        configuring.get();
        made.startAgain();
        return made;
    }

    private Void configure() throws IOException, InterruptedException {
        wildfly.provision(ROOT.resolve("wildfly-config/install-sso.cli"));
        return null;
    }

    /** Ends the server's process as {@code kill -9} does. The database stays. */
    public void kill() {
        server.kill();
    }

    /** Ends the database's processes so, and starts it again. The server stays. */
    public void killDatabase() throws IOException, SQLException {
        Path pid = settings.data().resolve("postgresql-17/postmaster.pid");
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0))).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
        // It only gives its lock on the directory back; there is nothing left to stop.
        database.close();
        database = EmbeddedDatabase.start(settings.data(), settings.databasePort(), false);
    }

    /**
     * Starts the server, again on the same ports after {@link #kill}, and waits until it is ready.
     */
    public void startAgain() throws IOException, InterruptedException {
        wildfly.deploy(settings.ear());
        server = Server.start(wildfly, settings, database.access());
        if (!server.awaitReady(READY_SECONDS, () -> wildfly.refused(settings.ear()))) {
            throw new IllegalStateException(
                    "see " + settings.serverBase().resolve("log/server.log"));
        }
    }

    private void stop() {
        if (server != null) {
            server.close();
        }
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The unpacked distribution, for tests that make servers of their own. */
    public static Path wildfly() throws IOException {
        try (Stream<Path> children = Files.list(TARGET)) {
            return children.filter(child -> child.getFileName().toString().startsWith("wildfly-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The port of the pages, REST and sockets. */
    public int httpPort() {
        return settings.httpPort();
    }

    /** The port of the management interface. */
    public int managementPort() {
        return settings.managementPort();
    }

    /** How owner and application reach its database. */
    public DatabaseAccess database() {
        return database.access();
    }

    /**
     * Connects as whom neither rights nor triggers hold back, for a past that nobody else may
     * write.
     */
    public Connection superuser() throws IOException, SQLException {
        Properties secrets = new Properties();
        try (InputStream in =
                Files.newInputStream(settings.data().resolve("database.properties"))) {
            secrets.load(in);
        }
        return DriverManager.getConnection(
                database().url(), "postgres", secrets.getProperty("superuser"));
    }

    // Below those of clients, of which one could have it while the server is started again.
    private static int freePort() {
        while (true) {
            int port =
                    FIRST_PORT + PORTS * (NUMBER - 1) + ThreadLocalRandom.current().nextInt(PORTS);
            try (ServerSocket socket = new ServerSocket(port)) {
                if (given.add(port)) {
                    return socket.getLocalPort();
                }
            } catch (IOException taken) {
                // Another one, then.
            }
        }
    }
}
