package org.homeroom.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The running server process. */
public final class Server implements AutoCloseable {
    private static final int STOP_SECONDS = 30;

    /** How the answer of /health/ready begins when all checks are up. */
    private static final String READY = "{\"status\":\"UP\"";

    /** What it contains when the demonstration could not be made and never will be. */
    private static final String FAILED = "\"state\":\"failed\"";

    private final Process process;
    private final int httpPort;

    private Server(Process process, int httpPort) {
        this.process = process;
        this.httpPort = httpPort;
    }

    /** Starts a provisioned server against a migrated database. */
    public static Server start(WildFly wildfly, Settings settings, DatabaseAccess database)
            throws IOException {
        ProcessBuilder command =
                wildfly.standalone(
                        List.of(
                                "-b=127.0.0.1",
                                "-bmanagement=127.0.0.1",
                                "-Djboss.http.port=" + settings.httpPort(),
                                // Nobody speaks TLS to it here, so no port can be taken twice.
                                "-Djboss.https.port=0",
                                "-Djboss.management.http.port=" + settings.managementPort(),
                                "-Dhomeroom.demonstration=" + settings.demonstration()));
        Map<String, String> env = command.environment();
        // The script then passes on the signal that stops it.
        env.put("LAUNCH_JBOSS_IN_BACKGROUND", "1");
        env.put(
                "JAVA_OPTS",
                settings.javaOptions()
                        + " -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true"
                        + " -Djboss.modules.system.pkgs=org.jboss.byteman");
        // Few arenas: the C library would keep one per processor's threads for itself.
        env.putIfAbsent("MALLOC_ARENA_MAX", "2");
        env.put("DB_URL", database.url());
        env.put("DB_USER", database.appUser());
        env.put("DB_PASSWORD", database.appPassword());
        env.putAll(Keys.of(settings.data()));
        env.remove("DB_OWNER_USER");
        env.remove("DB_OWNER_PASSWORD");
        command.redirectErrorStream(true);
        command.redirectOutput(settings.data().resolve("server-console.log").toFile());
        Process process = command.start();
        process.getOutputStream().close();
        return new Server(process, settings.httpPort());
    }

    /** Waits until the application is ready; false when it was not in time, died or gave up. */
    public boolean awaitReady(int seconds, BooleanSupplier gaveUp) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < deadline && process.isAlive() && !gaveUp.getAsBoolean()) {
            String answer = readiness();
            if (answer.contains(READY)) {
                return true;
            }
            if (answer.contains(FAILED)) {
                return false;
            }
            Thread.sleep(200);
        }
        return false;
    }

    /** What the application says of itself; empty while nobody answers. */
    private String readiness() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection)
                            URI.create("http://127.0.0.1:" + httpPort + "/health/ready")
                                    .toURL()
                                    .openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            try (InputStream body =
                    connection.getResponseCode() == HttpURLConnection.HTTP_OK
                            ? connection.getInputStream()
                            : connection.getErrorStream()) {
                return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            return "";
        }
    }

    /** Waits until the server ends by itself and answers its exit code. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends the server at once, as a power cut would; nothing of it runs afterwards. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the server in an orderly way, or by force when it does not listen. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
