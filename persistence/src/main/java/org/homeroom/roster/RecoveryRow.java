package org.homeroom.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * A teacher's request for help, for the services alone.
 *
 * @param state {@code open}, {@code proved}, {@code verified} or {@code cancelled}
 * @param username what the teacher wants to be called from now on, null until it is known
 * @param saved codes typed in so far, null when nothing was saved
 * @param resumeHash of the PIN that brings them back, null likewise
 * @param sealedSecret of the new authenticator while it is proved
 */
public record RecoveryRow(
        UUID id,
        UUID teacherId,
        String state,
        Instant begunAt,
        Instant expiresAt,
        String username,
        String saved,
        String resumeHash,
        byte[] sealedSecret) {

    /** Tells whether it is under way. */
    public boolean runs(Instant now) {
        return (state.equals("open") || state.equals("proved")) && now.isBefore(expiresAt);
    }

    /** Keeps hashes and codes out of logs. */
    @Override
    public String toString() {
        return "RecoveryRow[" + id + "]";
    }
}
