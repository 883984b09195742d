package org.homeroom.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * A seat that its pupil recognised.
 *
 * @param id presented when choosing credentials; a secret until it expires
 * @param joined true when the pupil had an account already and sits in the class now, with nothing
 *     left to choose
 */
public record OpenClaim(UUID id, Instant expiresAt, boolean joined) {}
