package org.homeroom.kernel;

import java.nio.file.Path;
import java.util.Map;
import org.homeroom.launcher.DatabaseAccess;
import org.homeroom.launcher.Server;
import org.homeroom.launcher.Settings;
import org.homeroom.launcher.WildFly;

/** The built product on a bench's database, with the demonstration district, on ports of its own. */
public record BenchServer(Settings settings, Server server) implements AutoCloseable {

    private static final int READY_SECONDS = 300;

    /**
     * Starts it and waits until it is ready.
     *
     * @param access what {@link BenchRun} gives a bench
     * @throws IllegalStateException when it does not get ready
     */
    public static BenchServer start(String[] access) throws Exception {
        Settings settings =
                Settings.of(
                        Map.of(
                                "HOMEROOM_HTTP_PORT", String.valueOf(BenchRun.freePort()),
                                "HOMEROOM_MANAGEMENT_PORT", String.valueOf(BenchRun.freePort()),
                                "HOMEROOM_DATA", System.getProperty("homeroom.work")),
                        Path.of(System.getProperty("homeroom.root")),
                        Path.of(System.getProperty("homeroom.wildfly")),
                        Path.of(System.getProperty("homeroom.ear")));
        WildFly wildfly = new WildFly(settings.wildfly(), settings.serverBase(), settings.config());
        wildfly.provision();
        wildfly.deploy(settings.ear());
        DatabaseAccess database =
                new DatabaseAccess(access[0], access[3], access[4], access[1], access[2]);
        Server server = Server.start(wildfly, settings, database);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        if (!server.awaitReady(READY_SECONDS, () -> wildfly.refused(settings.ear()))) {
            server.close();
            throw new IllegalStateException("see " + settings.serverBase().resolve("log/server.log"));
        }
        return new BenchServer(settings, server);
    }

    @Override
    public void close() {
        server.close();
    }
}
