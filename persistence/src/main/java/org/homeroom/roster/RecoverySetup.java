package org.homeroom.roster;

import java.time.Instant;

/**
 * How far a teacher is prepared to be helped.
 *
 * @param setAt when the teacher set it up, null before
 * @param begunAt when a request began that is under way, null when there is none
 * @param expiresAt when it ends by itself, null likewise
 */
public record RecoverySetup(Instant setAt, Instant begunAt, Instant expiresAt) {

    /** Tells whether somebody asks the students for help right now. */
    public boolean isRunning() {
        return begunAt != null;
    }
}
