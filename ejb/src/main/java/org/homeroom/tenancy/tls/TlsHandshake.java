package org.homeroom.tenancy.tls;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.homeroom.tenancy.Certificates;
import org.homeroom.tenancy.SeenCertificate;

/**
 * Opens a TLS connection to a host's port 443, looks at the certificate and hangs up. A name may
 * lead wherever whoever keeps it likes, so that only public addresses are asked. Where own domains
 * lead to a proxy inside, the server's setting {@code homeroom.domain-proxy}, such as {@code
 * 10.0.0.5:443}, names it, and it alone is asked.
 */
@ApplicationScoped
public class TlsHandshake implements Certificates {

    private static final System.Logger LOG = System.getLogger(TlsHandshake.class.getName());
    private static final int PORT = 443;
    private static final int PATIENCE_MILLISECONDS = 8_000;

    /** Who sends a byte now and then does not keep us for ever. */
    private static final int MOST_MILLISECONDS = 10_000;

    @Resource private ManagedScheduledExecutorService executor;

    private final String proxy;
    private final ScheduledExecutorService own;

    /** As the server's setting says. */
    public TlsHandshake() {
        this(System.getProperty("homeroom.domain-proxy"), null);
    }

    /** For tests, which have no container. */
    TlsHandshake(String proxy, ScheduledExecutorService own) {
        this.proxy = proxy;
        this.own = own;
    }

    @Override
    public SeenCertificate of(String host) {
        try {
            InetSocketAddress address = address(host);
            if (address == null) {
                return SeenCertificate.none(SeenCertificate.INNER_ADDRESS);
            }
            X509Certificate leaf = leaf(host, address);
            return new SeenCertificate(
                    leaf.getNotAfter().toInstant(),
                    CertificateNames.fit(leaf, host) ? null : SeenCertificate.WRONG_NAME);
        } catch (IOException | GeneralSecurityException e) {
            LOG.log(System.Logger.Level.INFO, "no certificate at {0}: {1}", host, e.toString());
            return SeenCertificate.none(SeenCertificate.UNREACHABLE);
        }
    }

    // The address that is connected to is the one that was judged: the name is not asked twice.
    private InetSocketAddress address(String host) throws IOException {
        if (proxy != null && !proxy.isBlank()) {
            int colon = proxy.lastIndexOf(':');
            return new InetSocketAddress(
                    proxy.substring(0, colon), Integer.parseInt(proxy.substring(colon + 1)));
        }
        InetAddress[] all = InetAddress.getAllByName(host);
        return Stream.of(all).allMatch(PublicAddress::is)
                ? new InetSocketAddress(all[0], PORT)
                : null;
    }

    private X509Certificate leaf(String host, InetSocketAddress address)
            throws IOException, GeneralSecurityException {
        LeafOnly leaf = new LeafOnly();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {leaf}, null);
        try (Socket plain = new Socket()) {
            ScheduledFuture<?> end =
                    executor()
                            .schedule(
                                    () -> hangUp(plain), MOST_MILLISECONDS, TimeUnit.MILLISECONDS);
            try {
                plain.connect(address, PATIENCE_MILLISECONDS);
                plain.setSoTimeout(PATIENCE_MILLISECONDS);
                shakeHands(host, plain, context);
            } catch (IOException e) {
                // A proxy that wants a certificate of us too has shown its own by then.
                if (leaf.seen() == null) {
                    throw e;
                }
            } finally {
                end.cancel(false);
            }
        }
        return leaf.seen();
    }

    private static void shakeHands(String host, Socket plain, SSLContext context)
            throws IOException {
        try (SSLSocket tls =
                (SSLSocket) context.getSocketFactory().createSocket(plain, host, PORT, true)) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            tls.setSSLParameters(parameters);
            tls.startHandshake();
        }
    }

    private ScheduledExecutorService executor() {
        return own == null ? executor : own;
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closed already", e);
        }
    }
}
