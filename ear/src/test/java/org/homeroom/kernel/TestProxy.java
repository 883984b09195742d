package org.homeroom.kernel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Where own domains lead for the server under test. Names under {@code good.example.org}, {@code
 * soon.example.org} and {@code over.example.org} have certificates with 90 and 20 days before them
 * and one that has ended; every other name is shown the first.
 */
public final class TestProxy {

    private static final String PASSWORD = "changeit";
    private static final TestProxy ONE = start();

    private final SSLServerSocket socket;

    private TestProxy(SSLServerSocket socket) {
        this.socket = socket;
    }

    /** The one of this run. */
    public static TestProxy get() {
        return ONE;
    }

    /** Its address, as the setting homeroom.domain-proxy takes it. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private static TestProxy start() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new ByName(keys())}, null, null);
            TestProxy made =
                    new TestProxy(
                            (SSLServerSocket)
                                    context.getServerSocketFactory()
                                            .createServerSocket(
                                                    0, 50, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(made::answer, "test-proxy");
            thread.setDaemon(true);
            thread.start();
            return made;
        } catch (Exception e) {
            throw new IllegalStateException("the proxy could not be started", e);
        }
    }

    private void answer() {
        while (true) {
            try (Socket connection = socket.accept()) {
                connection.getInputStream().read();
            } catch (IOException e) {
                // Whoever only looked has hung up.
            }
        }
    }

    private static X509ExtendedKeyManager keys() throws Exception {
        Path store = Files.createTempDirectory("test-proxy").resolve("keys.p12");
        make(store, "good", "-1d", 91);
        make(store, "soon", "-1d", 21);
        make(store, "over", "-40d", 30);
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance("SunX509");
        managers.init(keys, PASSWORD.toCharArray());
        return (X509ExtendedKeyManager) managers.getKeyManagers()[0];
    }

    private static void make(Path store, String name, String start, int days) throws Exception {
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
                                "CN=" + name,
                                "-ext",
                                "san=dns:*." + name + ".example.org",
                                "-startdate",
                                start,
                                "-validity",
                                Integer.toString(days),
                                "-keystore",
                                store.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
    }

    /** Shows the certificate of the name that is asked for. */
    private static final class ByName extends X509ExtendedKeyManager {

        private final X509ExtendedKeyManager keys;

        ByName(X509ExtendedKeyManager keys) {
            this.keys = keys;
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            if (!type.equals("EC")) {
                return null;
            }
            ExtendedSSLSession session =
                    (ExtendedSSLSession) ((SSLSocket) socket).getHandshakeSession();
            String asked = session.getRequestedServerNames().toString();
            return asked.contains(".soon.") ? "soon" : asked.contains(".over.") ? "over" : "good";
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return keys.getCertificateChain(alias);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return keys.getPrivateKey(alias);
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return keys.getServerAliases(type, issuers);
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return null;
        }
    }
}
