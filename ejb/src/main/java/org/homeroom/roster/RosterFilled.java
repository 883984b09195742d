package org.homeroom.roster;

import java.util.List;
import java.util.UUID;

/**
 * Classes, teachers and students of these classes have come, changed or gone in numbers. Fired
 * inside the transaction; who keeps something for each class or student brings it into line in
 * sets.
 */
public record RosterFilled(UUID schoolId, List<UUID> classIds) {

    public RosterFilled {
        classIds = List.copyOf(classIds);
    }
}
