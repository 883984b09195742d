package org.homeroom.identity;

import java.util.Set;
import java.util.UUID;
import org.homeroom.tenancy.TenantContext;

/**
 * People were signed out somewhere, may not enter any more, got other roles, or belong to other
 * rooms. Observe it after success: whoever remembers them looks again.
 *
 * @param schoolId where; whoever observes it after a job's commit is bound to no school any more
 * @param here whether it happened on this node, whose duty it is to tell the others
 */
public record AccessEnded(UUID schoolId, Set<UUID> accountIds, boolean here) {

    public AccessEnded {
        accountIds = Set.copyOf(accountIds);
    }

    /** What happened on this node to people of the bound school. */
    public static AccessEnded here(Set<UUID> accountIds) {
        return new AccessEnded(TenantContext.require(), accountIds, true);
    }

    /** The same of one person. */
    public static AccessEnded here(UUID accountId) {
        return here(Set.of(accountId));
    }
}
