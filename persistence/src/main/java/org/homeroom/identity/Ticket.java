package org.homeroom.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored one-time ticket for one socket channel.
 *
 * @param signIn the sign-in that asked for it
 */
public record Ticket(
        String channel, UUID accountId, UUID homeSchoolId, UUID signIn, Instant expiresAt) {}
