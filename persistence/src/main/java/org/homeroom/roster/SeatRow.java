package org.homeroom.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the class list.
 *
 * @param studentId the account that took the seat, null while it is free
 * @param claimedAt when it was taken, null while it is free
 */
public record SeatRow(
        UUID id,
        UUID classId,
        String firstName,
        String lastInitial,
        UUID studentId,
        boolean tapEnabled,
        Instant claimedAt) {

    /** Returns the name in short, such as {@code Wanjiru M.}. */
    public String displayName() {
        return firstName + " " + lastInitial + ".";
    }

    /** Tells whether a student has taken the seat. */
    public boolean isClaimed() {
        return studentId != null;
    }
}
