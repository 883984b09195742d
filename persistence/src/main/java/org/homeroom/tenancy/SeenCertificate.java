package org.homeroom.tenancy;

import java.time.Instant;

/**
 * What a look at a domain's certificate found.
 *
 * @param expiresAt null when there was none to be seen
 * @param problem {@link #UNREACHABLE}, {@link #INNER_ADDRESS}, {@link #WRONG_NAME}, or null
 */
public record SeenCertificate(Instant expiresAt, String problem) {

    /** Nobody answered with a certificate. */
    public static final String UNREACHABLE = "unreachable";

    /** The name leads to an address inside, where the server does not look. */
    public static final String INNER_ADDRESS = "inner_address";

    /** The certificate is for other names. */
    public static final String WRONG_NAME = "wrong_name";

    /** Nothing was seen, and why. */
    public static SeenCertificate none(String problem) {
        return new SeenCertificate(null, problem);
    }
}
