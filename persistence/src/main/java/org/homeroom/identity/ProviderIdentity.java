package org.homeroom.identity;

import java.io.Serializable;

/**
 * A person as an identity provider knows them.
 *
 * @param issuer the provider
 * @param subject the provider's own, lasting name for the person
 * @param email an address that the provider has verified, null when there is none
 */
public record ProviderIdentity(String issuer, String subject, String email)
        implements Serializable {

    /** Keeps the person out of logs. */
    @Override
    public String toString() {
        return "ProviderIdentity[" + issuer + "]";
    }
}
