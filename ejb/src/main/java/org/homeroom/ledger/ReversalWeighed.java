package org.homeroom.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Somebody asks what would happen if entries of a class were taken back together. Whoever would
 * refuse it when it is asked for in earnest ({@link ReversalAsked}) says what stands in the way.
 */
public record ReversalWeighed(UUID classId, List<UUID> entryIds, List<Obstacle> inTheWay) {

    /** Asks about entries, with nothing in the way so far. */
    ReversalWeighed(UUID classId, List<UUID> entryIds) {
        this(classId, List.copyOf(entryIds), new ArrayList<>());
    }
}
