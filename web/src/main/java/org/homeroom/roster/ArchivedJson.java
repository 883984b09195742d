package org.homeroom.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * An archived class on the wire.
 *
 * @param students how many students come back into it when it is opened again
 */
public record ArchivedJson(UUID id, String name, String period, Instant archivedAt, int students) {

    static ArchivedJson of(ArchivedClass one) {
        return new ArchivedJson(
                one.ref().id(),
                one.ref().name(),
                one.ref().period(),
                one.archivedAt(),
                one.students());
    }
}
