package org.homeroom.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey as it is stored.
 *
 * @param schoolId the tenant of its owner's account
 * @param host where it was made and may be used
 * @param credential attested credential data: model, id and public key
 * @param signCount how often it had signed when it was last used; 0 when it does not count
 * @param lastUsedAt null before the first use
 */
public record PasskeyRow(
        UUID schoolId,
        UUID id,
        UUID accountId,
        byte[] credentialId,
        String host,
        byte[] credential,
        long signCount,
        String name,
        Instant createdAt,
        Instant lastUsedAt) {}
