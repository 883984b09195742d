package org.homeroom.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * What a delivery changes in one school.
 *
 * @param schoolId the school that is changed
 * @param orgSourcedId the source's key of the school
 * @param orgNew true when the school gets this key now
 * @param appliedAt null until it is applied
 */
public record DeliveryPart(
        UUID schoolId,
        String schoolName,
        String orgSourcedId,
        boolean orgNew,
        DeliveryTally users,
        DeliveryTally classes,
        DeliveryTally enrollments,
        Instant appliedAt) {

    /** Returns the largest share that leaves, in per cent rounded up. */
    public int leavingPercent() {
        return Math.max(
                users.leavingPercent(),
                Math.max(classes.leavingPercent(), enrollments.leavingPercent()));
    }

    /** Tells whether nothing changes. */
    public boolean isEmpty() {
        return !orgNew && users.isEmpty() && classes.isEmpty() && enrollments.isEmpty();
    }

    /** Returns how many rows change. */
    public int rows() {
        return rows(users) + rows(classes) + rows(enrollments);
    }

    private static int rows(DeliveryTally tally) {
        return tally.created() + tally.changed() + tally.leaving();
    }
}
