package org.homeroom.roster;

import java.time.Instant;
import org.homeroom.identity.NewTotp;

/**
 * How a request for help stands.
 *
 * @param helpers how many students were asked
 * @param coded how many of them have made a code
 * @param username what the teacher wants to be called, null until the codes were right
 * @param factor the new authenticator, null until then
 */
public record RecoveryState(
        Instant expiresAt, int helpers, int coded, String username, NewTotp factor) {

    /** Tells whether the students' codes were right. */
    public boolean isProved() {
        return factor != null;
    }

    /** Tells whether every student has made a code. */
    public boolean isComplete() {
        return coded == helpers;
    }
}
