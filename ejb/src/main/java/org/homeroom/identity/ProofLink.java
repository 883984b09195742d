package org.homeroom.identity;

import java.time.Instant;

/**
 * A secret that its holder may use once; shown to its maker this once.
 *
 * @param expiresAt after that it is good for nothing
 */
public record ProofLink(String secret, Instant expiresAt) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "ProofLink[" + expiresAt + "]";
    }
}
