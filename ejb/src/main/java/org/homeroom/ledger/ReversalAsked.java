package org.homeroom.ledger;

import java.util.List;
import java.util.UUID;

/**
 * Entries are about to be taken back one by one. Fired inside the transaction, before their
 * opposites are posted; whoever caused an entry undoes what hangs on it, or refuses.
 */
public record ReversalAsked(UUID schoolId, List<UUID> entryIds) {

    public ReversalAsked {
        entryIds = List.copyOf(entryIds);
    }
}
