package org.homeroom.tenancy.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.homeroom.tenancy.SeenCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate is seen although nobody vouches for it, and although it has ended. */
class TlsHandshakeTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final ScheduledExecutorService EXECUTOR =
            Executors.newSingleThreadScheduledExecutor();
    private static final String HOST = "school.example.org";

    @TempDir static Path folder;

    private static SSLContext ended;
    private static SSLContext fresh;

    @BeforeAll
    static void makeCertificates() throws Exception {
        ended = certificate("ended", "-40d", 30);
        fresh = certificate("fresh", "-1d", 21);
    }

    @AfterAll
    static void stop() {
        EXECUTOR.shutdownNow();
    }

    @Test
    void theEndIsReadOfWhateverIsShown() throws Exception {
        try (ServerSocket server = answering(fresh)) {
            SeenCertificate seen = look(server, HOST);

            assertNull(seen.problem());
            assertDays(20, seen);
        }
        try (ServerSocket server = answering(ended)) {
            assertNull(look(server, HOST).problem());
            assertDays(-10, look(server, HOST));
        }
    }

    @Test
    void anotherNamesCertificateIsAProblemWithAnEnd() throws Exception {
        try (ServerSocket server = answering(fresh)) {
            SeenCertificate seen = look(server, "other.example.org");

            assertEquals(SeenCertificate.WRONG_NAME, seen.problem());
            assertDays(20, seen);
        }
    }

    @Test
    void whoDoesNotAnswerWithOneIsNotWaitedForLong() throws Exception {
        try (ServerSocket server = open()) {
            // Takes the connection, says something else and hangs up.
            answer(server, connection -> connection.getOutputStream().write(new byte[100]));
            unreachable(look(server, HOST));
        }
        ServerSocket gone = open();
        gone.close();
        unreachable(look(gone, HOST));
    }

    @Test
    void aNameThatLeadsInsideIsNotAsked() {
        TlsHandshake handshake = new TlsHandshake(null, EXECUTOR);

        assertEquals(
                SeenCertificate.none(SeenCertificate.INNER_ADDRESS), handshake.of("localhost"));
    }

    private interface Talk {
        void with(Socket connection) throws IOException;
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static ServerSocket answering(SSLContext context) throws IOException {
        ServerSocket server =
                context.getServerSocketFactory()
                        .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        answer(server, connection -> connection.getInputStream().read());
        return server;
    }

    private static void answer(ServerSocket server, Talk talk) {
        Thread thread =
                new Thread(
                        () -> {
                            while (!server.isClosed()) {
                                try (Socket connection = server.accept()) {
                                    talk.with(connection);
                                } catch (IOException e) {
                                    // The client hung up, or the test is over.
                                }
                            }
                        });
        thread.setDaemon(true);
        thread.start();
    }

    private static SeenCertificate look(ServerSocket server, String host) {
        return new TlsHandshake("127.0.0.1:" + server.getLocalPort(), EXECUTOR).of(host);
    }

    private static void unreachable(SeenCertificate seen) {
        assertEquals(SeenCertificate.none(SeenCertificate.UNREACHABLE), seen);
    }

    private static void assertDays(int days, SeenCertificate seen) {
        Duration off =
                Duration.between(Instant.now().plus(Duration.ofDays(days)), seen.expiresAt());
        assertTrue(off.abs().compareTo(Duration.ofHours(2)) < 0, seen.toString());
    }

    private static SSLContext certificate(String name, String start, int days) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                name,
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=test",
                                "-ext",
                                "san=dns:*.else.example,dns:" + HOST,
                                "-startdate",
                                start,
                                "-validity",
                                Integer.toString(days),
                                "-keystore",
                                store.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertEquals(0, keytool.waitFor(), said);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(Files.newInputStream(store), PASSWORD);
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
