package org.homeroom.roster;

/**
 * A change of a delivery as people read it.
 *
 * @param kind {@code user}, {@code class} or {@code enrollment}
 * @param name of the person or class; for an enrollment both
 * @param detail role, period or role in the class
 * @param line where the delivery has it, null when it leaves by being left out
 */
public record StagedRow(
        RosterChange change,
        String kind,
        String sourcedId,
        String name,
        String detail,
        Integer line) {}
