package org.homeroom.identity;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * The person on whose behalf this thread works.
 *
 * @param accountId the account, also the name of the container's principal
 * @param schoolId the school worked for; a district person's account lives in another
 * @param roles names of {@link Roles}, those valid in that school
 * @param displayName how people call the person
 */
public record Caller(UUID accountId, UUID schoolId, Set<String> roles, String displayName)
        implements Serializable {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Tells whether the person has the role. */
    public boolean has(String role) {
        return roles.contains(role);
    }
}
