package org.homeroom.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * What a student is asked: to help a teacher back in.
 *
 * @param id of the request
 * @param coded whether the student has made a code already
 * @param dismissed whether the student wants to hear no more of it
 */
public record RecoveryAsked(
        UUID id, String teacher, Instant expiresAt, boolean coded, boolean dismissed) {}
