package org.homeroom.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored bearer token; the secret itself is only with its holder.
 *
 * @param kind {@code access} or {@code refresh}
 * @param familyId the sign-in it descends from
 * @param homeSchoolId the tenant the account lives in
 * @param used true for a refresh token that was already exchanged
 */
public record Token(
        UUID id,
        String kind,
        UUID familyId,
        UUID accountId,
        UUID homeSchoolId,
        Instant expiresAt,
        boolean used) {}
