package org.homeroom.roster;

import java.util.UUID;

/**
 * A class as the source describes it.
 *
 * @param line null when it is known or leaves by being left out
 * @param change null for what is known
 */
public record SourceClass(
        String sourcedId,
        Integer line,
        RosterChange change,
        UUID classId,
        String name,
        String period) {

    /** Returns the same class with what is to be done. */
    public SourceClass as(RosterChange what) {
        return new SourceClass(sourcedId, line, what, classId, name, period);
    }
}
