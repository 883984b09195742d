package org.homeroom.identity;

import java.util.UUID;

/**
 * A person was signed out somewhere, may not enter any more, or got other roles. Observe it after
 * success: whoever remembers the person looks again.
 *
 * @param here whether it happened on this node, whose duty it is to tell the others
 */
public record AccessEnded(UUID accountId, boolean here) {}
