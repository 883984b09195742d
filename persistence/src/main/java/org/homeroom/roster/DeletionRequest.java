package org.homeroom.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * A teacher's wish that a class or the whole account goes.
 *
 * @param kind {@code period} or {@code account}
 * @param classId the class of the period, null for the account; likewise the period
 * @param reason null for none
 * @param state {@code pending}, {@code approved}, {@code rejected} or {@code withdrawn}
 * @param resolvedAt null while it is pending
 */
public record DeletionRequest(
        UUID id,
        UUID teacherId,
        String teacher,
        String kind,
        UUID classId,
        String period,
        String reason,
        String state,
        Instant requestedAt,
        Instant resolvedAt) {

    /** Tells whether nobody has decided on it. */
    public boolean isPending() {
        return state.equals("pending");
    }
}
