package org.homeroom.economy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeroom.kernel.BenchServer;
import org.homeroom.launcher.Settings;

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
    private static final int WARM_PAGES = 60_000;
    // Nobody taps hundreds of times a day, and what has been tapped today is counted.
    private static final int WARM_TAPS = 8_000;
    private static final String HOST = "riverbend.localhost";
    private static final String PIN = "2468";
    private static final String PASSWORD = "demo-Teacher-1";

    private final Settings settings;

    private DashboardBench(Settings settings) {
        this.settings = settings;
    }

    /** Starts the built product on the database and runs all cases. */
    public static void main(String[] access) throws Exception {
        try (BenchServer server = BenchServer.start(access)) {
            new DashboardBench(server.settings()).run();
        }
    }

    private void run() throws Exception {
        List<PageVisitor> students = new ArrayList<>();
        for (String username : visitor().asStaff("principal", PASSWORD).students(CONNECTIONS)) {
            students.add(visitor().asStudent(username, PIN));
        }
        List<PageVisitor> teachers = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            teachers.add(visitor().asStaff("okello", PASSWORD));
        }
        Path data = settings.data().resolve("postgresql-17");
        new Load<>("student dashboard", data, students, visitor -> visitor.read("/economy/home"))
                .measure(WARM, WARM_PAGES, SECONDS);
        new Load<>("teacher dashboard", data, teachers, visitor -> visitor.read("/economy/today"))
                .measure(WARM, WARM_PAGES, SECONDS);
        List<BadgeDevice> devices =
                BadgeDevice.stand(settings.httpPort(), HOST, "okello", PASSWORD, CONNECTIONS);
        new Load<>("tap by badge", data, devices, BadgeDevice::tap)
                .measure(WARM, WARM_TAPS, SECONDS);
    }

    private PageVisitor visitor() {
        return new PageVisitor(settings.httpPort(), HOST);
    }
}
