package org.homeroom.tenancy;

/** The certificates with which hosts answer. */
public interface Certificates {

    /**
     * Looks at the one of a host, whoever signed it. May take seconds; never fails, but finds a
     * problem.
     *
     * @param host a name in lower case and ASCII, never an address
     */
    SeenCertificate of(String host);
}
