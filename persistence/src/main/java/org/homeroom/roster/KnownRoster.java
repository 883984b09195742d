package org.homeroom.roster;

import java.util.Map;
import java.util.UUID;

/**
 * What earlier deliveries said of a school, by sourcedId.
 *
 * @param usernames accounts of the school by user name in small letters
 */
public record KnownRoster(
        Map<String, Known<SourcePerson>> people,
        Map<String, Known<SourceClass>> classes,
        Map<String, Known<SourceEnrollment>> enrollments,
        Map<String, NamedAccount> usernames) {

    /**
     * One row.
     *
     * @param active false when it has left
     */
    public record Known<T>(T value, boolean active) {}

    /**
     * An account of the school.
     *
     * @param student whether it is a pupil's
     */
    public record NamedAccount(UUID id, boolean student) {}

    /** A school that no delivery named before. */
    public static final KnownRoster EMPTY = new KnownRoster(Map.of(), Map.of(), Map.of(), Map.of());

    /** Counts those who have not left. */
    public static int active(Map<String, ? extends Known<?>> rows) {
        return (int) rows.values().stream().filter(Known::active).count();
    }
}
