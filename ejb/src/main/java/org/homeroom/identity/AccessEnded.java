package org.homeroom.identity;

import java.util.Set;
import java.util.UUID;

/**
 * People were signed out somewhere, may not enter any more, got other roles, or belong to other
 * rooms. Observe it after success: whoever remembers them looks again.
 *
 * @param here whether it happened on this node, whose duty it is to tell the others
 */
public record AccessEnded(Set<UUID> accountIds, boolean here) {

    public AccessEnded {
        accountIds = Set.copyOf(accountIds);
    }

    /** The same of one person. */
    public AccessEnded(UUID accountId, boolean here) {
        this(Set.of(accountId), here);
    }
}
