package org.homeroom.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts Homeroom on this machine: database, migrations, server; stops all of it on Ctrl-C. */
public final class Launcher {
    private static final int READY_SECONDS = 600;

    private final Settings settings;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private EmbeddedDatabase database;
    private Server server;

    private Launcher(Settings settings) {
        this.settings = settings;
    }

    /**
     * Runs until stopped.
     *
     * @param args the repository's root, the unpacked server, the EAR
     */
    public static void main(String[] args) throws Exception {
        try {
            Settings settings =
                    Settings.of(
                            System.getenv(), Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
            new Launcher(settings).run();
        } catch (Refused e) {
            say(e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws Exception {
        Preflight.check(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "homeroom-stop"));
        DatabaseAccess access = database();
        int migrated = Migration.run(access);
        say("Database ready, " + migrated + " migrations applied.");
        WildFly wildfly = new WildFly(settings.wildfly(), settings.serverBase(), settings.config());
        if (wildfly.provision()) {
            say("Server configured by wildfly-config/install-homeroom.cli.");
        }
        wildfly.deploy(settings.ear());
        if (settings.demonstration()) {
            say("Starting the server; the first start makes the demonstration district as well.");
        }
        server = Server.start(wildfly, settings, access);
        Path log = settings.serverBase().resolve("log/server.log");
        if (!server.awaitReady(READY_SECONDS, () -> wildfly.refused(settings.ear()))) {
            if (stopped.get()) {
                return;
            }
            throw new Refused("The server did not become ready; the reason is in " + log + ".");
        }
        welcome(log);
        server.await();
    }

    private DatabaseAccess database() throws Exception {
        if (settings.existing() != null) {
            return settings.existing();
        }
        database = EmbeddedDatabase.start(settings.data(), settings.databasePort());
        return database.access();
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
    private void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
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
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
