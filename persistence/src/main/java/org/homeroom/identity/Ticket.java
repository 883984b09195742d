package org.homeroom.identity;

import java.time.Instant;
import java.util.UUID;

/** A stored one-time ticket for one socket channel. */
public record Ticket(String channel, UUID accountId, UUID homeSchoolId, Instant expiresAt) {}
