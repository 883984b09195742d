package org.homeroom.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Starts Homeroom on this machine: database, migrations, server; stops all of it on Ctrl-C. */
public final class Launcher {
    private static final int READY_SECONDS = 600;

    private final Settings settings;
    private final FirstStart firstStart;
    private volatile boolean stopped;
    private EmbeddedDatabase database;
    private Server server;

    private Launcher(Settings settings) {
        this.settings = settings;
        this.firstStart = new FirstStart(EmbeddedDatabase.directory(settings.data()));
    }

    /**
     * Runs until stopped.
     *
     * @param args the repository's root, the unpacked server, the EAR
     */
    public static void main(String[] args) {
        try {
            Settings settings =
                    Settings.of(
                            System.getenv(), Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
            new Launcher(settings).run();
        } catch (Refused e) {
            say("\n" + e.getMessage() + "\n");
            System.exit(1);
        } catch (Exception e) {
            say("\nHomeroom could not start: " + e.getMessage() + "\n");
            System.exit(1);
        }
    }

    private void run() throws Exception {
        Preflight.check(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "homeroom-stop"));
        WildFly wildfly = new WildFly(settings.wildfly(), settings.serverBase(), settings.config());
        // At the same time: the first start makes a database and configures a server.
        FutureTask<Boolean> provision = new FutureTask<>(wildfly::provision);
        new Thread(provision, "homeroom-provision").start();
        DatabaseAccess access = startDatabase();
        say("Database ready, " + Migration.run(access) + " migrations applied.");
        if (result(provision)) {
            say("Server configured by wildfly-config/install-homeroom.cli.");
        }
        wildfly.deploy(settings.ear());
        say(
                settings.demonstration() && firstStart.isUnderWay()
                        ? "Starting the server; this first start makes the demonstration district as well."
                        : "Starting the server.");
        startServer(wildfly, access);
        Path log = settings.serverBase().resolve("log/server.log");
        if (!server.awaitReady(READY_SECONDS, () -> wildfly.refused(settings.ear()))) {
            if (stopped) {
                return;
            }
            throw new Refused("The server did not become ready; the reason is in " + log + ".");
        }
        if (settings.existing() == null) {
            firstStart.finished();
        }
        welcome(log);
        // The build's garbage is not carried through the server's life.
        System.gc();
        server.await();
        if (!stopped) {
            throw new Refused("The server has ended; the reason is in " + log + ".");
        }
    }

    private synchronized DatabaseAccess startDatabase() throws Exception {
        requireRunning();
        if (settings.existing() != null) {
            settings.existing().check();
            return settings.existing();
        }
        firstStart.begin();
        database = EmbeddedDatabase.start(settings.data(), settings.databasePort());
        // The district is made last: without it nothing else is worth keeping.
        if (firstStart.resumes() && !database.hasDistrict()) {
            say("The first start was stopped before it was ready, so it begins anew.");
            database.close();
            firstStart.beginAnew();
            database = EmbeddedDatabase.start(settings.data(), settings.databasePort());
            firstStart.resumes();
        }
        return database.access();
    }

    private synchronized void startServer(WildFly wildfly, DatabaseAccess access)
            throws IOException {
        requireRunning();
        server = Server.start(wildfly, settings, access);
    }

    /** Whoever stops meanwhile holds the lock until all is down; nothing may start after that. */
    private void requireRunning() {
        if (stopped) {
            throw new Refused("Stopped.");
        }
    }

    private static <T> T result(FutureTask<T> task) throws Exception {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void welcome(Path log) throws IOException {
        String demonstration = "";
        if (settings.demonstration()) {
            try (InputStream in = Launcher.class.getResourceAsStream("demonstration.txt")) {
                demonstration =
                        new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                .replace("8080", String.valueOf(settings.httpPort()));
            }
        }
        say(
                "\nHomeroom is ready at "
                        + settings.address()
                        + "\n\n"
                        + demonstration
                        + "Data: "
                        + settings.data()
                        + "   Log: "
                        + log
                        + "   Stop: Ctrl-C\n");
    }

    /** Server first, so that its last transactions still find their database. */
    private synchronized void stop() {
        stopped = true;
        if (server != null) {
            server.close();
        }
        if (database != null) {
            try {
                database.close();
            } catch (IOException e) {
                say("The database did not stop in order: " + e.getMessage());
            }
        }
        // A server that was being configured.
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
