package org.homeroom.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A person as those who look after people see them.
 *
 * @param email the address by which the school knows the person, may be null
 * @param roles names of {@link Roles} in the school of the account
 * @param disabledAt since when the person may not enter, null when they may
 * @param seenAt when the person was last here, as far as they are still signed in; else null
 * @param version grows with every change
 */
public record PersonDetail(
        UUID id,
        String username,
        String displayName,
        String email,
        Set<String> roles,
        Instant createdAt,
        Instant disabledAt,
        Instant seenAt,
        long version) {

    /** Tells whether the person may not enter. */
    public boolean isDisabled() {
        return disabledAt != null;
    }
}
