package org.homeroom.roster;

import java.time.Instant;
import java.util.UUID;

/** A seat that its pupil recognised and may take until it expires. */
public record ClaimRow(UUID id, UUID seatId, Instant expiresAt) {}
