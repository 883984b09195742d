package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * How many may leave a school by one roster before somebody has to accept it: a slip upstream must
 * not empty a school. {@code HOMEROOM_ROSTER_LEAVING_PERCENT}, 10 unless given.
 */
@ApplicationScoped
public class LeavingRule {

    private static final String USUAL = "10";

    private final int percent =
            Integer.parseInt(
                    System.getenv().getOrDefault("HOMEROOM_ROSTER_LEAVING_PERCENT", USUAL));

    /** Returns how many of a hundred may leave. */
    public int percent() {
        return percent;
    }

    /** Tells whether more people, classes or enrollments of the school would leave. */
    public boolean isTooMany(DeliveryPart part) {
        return part.leavingPercent() > percent;
    }
}
