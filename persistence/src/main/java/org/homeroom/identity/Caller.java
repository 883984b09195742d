package org.homeroom.identity;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.Language;

/**
 * The person on whose behalf this thread works.
 *
 * @param accountId the account, also the name of the container's principal
 * @param schoolId the school worked for; a district person's account lives in another
 * @param roles names of {@link Roles}, those valid in that school
 * @param displayName how people call the person
 * @param language what the person chose to read, null to follow the school
 */
public record Caller(
        UUID accountId, UUID schoolId, Set<String> roles, String displayName, Language language)
        implements Serializable {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Somebody who follows the school's language. */
    public Caller(UUID accountId, UUID schoolId, Set<String> roles, String displayName) {
        this(accountId, schoolId, roles, displayName, null);
    }

    /** Tells whether the person has the role, or one that includes it. */
    public boolean has(String role) {
        return Roles.withIncluded(roles).contains(role);
    }
}
