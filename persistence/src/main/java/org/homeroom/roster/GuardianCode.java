package org.homeroom.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * A code with which a family follows a pupil; the code itself is not kept.
 *
 * @param madeBy who made it
 * @param state {@code open}, {@code taken} or {@code revoked}; late is what is open past its end
 */
public record GuardianCode(
        UUID id, Child child, UUID madeBy, String state, Instant madeAt, Instant expiresAt) {

    /** Tells whether somebody may still take it. */
    public boolean isOpen(Instant now) {
        return state.equals("open") && now.isBefore(expiresAt);
    }
}
