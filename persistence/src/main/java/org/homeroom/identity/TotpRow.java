package org.homeroom.identity;

import java.util.UUID;

/**
 * A person's authenticator as it is stored.
 *
 * @param sealedSecret the shared secret, sealed by the server's key
 * @param confirmed false until its owner has shown a code of it; it guards nothing before
 */
public record TotpRow(UUID accountId, byte[] sealedSecret, boolean confirmed) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "TotpRow[" + accountId + "]";
    }
}
