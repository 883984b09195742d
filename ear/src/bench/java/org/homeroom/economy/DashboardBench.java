package org.homeroom.economy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.BenchRun;
import org.homeroom.launcher.DatabaseAccess;
import org.homeroom.launcher.Server;
import org.homeroom.launcher.Settings;
import org.homeroom.launcher.WildFly;

/**
 * What a signed-in person's page costs: requests a second, latency, and milliseconds of processor time
 * per request of server plus database, over 16 connections that are kept open. The demonstration
 * district has what it takes: a teacher with 5 classes and 150 students. Each case is warmed for
 * {@code warm} seconds (60) and measured for {@code seconds} (20).
 */
public final class DashboardBench {

    private static final int CONNECTIONS = 16;
    private static final int WARM = Integer.getInteger("warm", 60);
    private static final int SECONDS = Integer.getInteger("seconds", 20);
    private static final int READY_SECONDS = 300;
    private static final String PIN = "2468";
    private static final String PASSWORD = "demo-Teacher-1";

    private final String[] access;
    private final Settings settings;

    private DashboardBench(String[] access, Settings settings) {
        this.access = access;
        this.settings = settings;
    }

    /** Starts the built product on the database and runs all cases. */
    public static void main(String[] access) throws Exception {
        Path root = Path.of(System.getProperty("homeroom.root"));
        Settings settings =
                Settings.of(
                        Map.of(
                                "HOMEROOM_HTTP_PORT", String.valueOf(BenchRun.freePort()),
                                "HOMEROOM_MANAGEMENT_PORT", String.valueOf(BenchRun.freePort()),
                                "HOMEROOM_DATA", System.getProperty("homeroom.work")),
                        root,
                        Path.of(System.getProperty("homeroom.wildfly")),
                        Path.of(System.getProperty("homeroom.ear")));
        new DashboardBench(access, settings).run();
    }

    private void run() throws Exception {
        WildFly wildfly = new WildFly(settings.wildfly(), settings.serverBase(), settings.config());
        wildfly.provision();
        wildfly.deploy(settings.ear());
        DatabaseAccess database =
                new DatabaseAccess(access[0], access[3], access[4], access[1], access[2]);
        try (Server server = Server.start(wildfly, settings, database)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            if (!server.awaitReady(READY_SECONDS, () -> wildfly.refused(settings.ear()))) {
                throw new IllegalStateException("see " + settings.serverBase().resolve("log/server.log"));
            }
            List<PageVisitor> students = new ArrayList<>();
            for (String username : visitor().asStaff("principal", PASSWORD).students(CONNECTIONS)) {
                students.add(visitor().asStudent(username, PIN));
            }
            List<PageVisitor> teachers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                teachers.add(visitor().asStaff("okello", PASSWORD));
            }
            Path data = settings.data().resolve("postgresql-17");
            new Load("student dashboard", data, students, visitor -> visitor.read("/economy/home"))
                    .measure(WARM, SECONDS);
            new Load("teacher dashboard", data, teachers, visitor -> visitor.read("/economy/today"))
                    .measure(WARM, SECONDS);
            new Load("tap", data, students, PageVisitor::tap).measure(WARM, SECONDS);
        }
    }

    private PageVisitor visitor() {
        return new PageVisitor(settings.httpPort(), "riverbend.localhost");
    }
}
