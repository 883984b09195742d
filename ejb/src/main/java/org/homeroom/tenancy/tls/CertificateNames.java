package org.homeroom.tenancy.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Whether a certificate is for a host, as browsers decide (RFC 9525 section 6.3): by its
 * alternative names alone, where a star stands for the whole first label and nothing else.
 */
final class CertificateNames {

    private static final int DNS_NAME = 2;

    private CertificateNames() {}

    static boolean fit(X509Certificate certificate, String host)
            throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names != null
                && names.stream()
                        .filter(name -> name.get(0).equals(DNS_NAME))
                        .anyMatch(name -> fits(name.get(1).toString(), host));
    }

    /** Tells whether one name of a certificate is the host's, which is lower case. */
    static boolean fits(String name, String host) {
        String pattern = name.toLowerCase(Locale.ROOT);
        int dot = host.indexOf('.');
        return pattern.equals(host)
                || dot > 0
                        && pattern.startsWith("*.")
                        && pattern.substring(1).equals(host.substring(dot));
    }
}
