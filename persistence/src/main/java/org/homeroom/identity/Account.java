package org.homeroom.identity;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.Language;

/**
 * A person's account with the stored proofs, for the sign-in alone; it never leaves the services.
 *
 * @param schoolId the tenant the account lives in
 * @param roles names of {@link Roles}
 * @param passwordHash Argon2id, null when the person has no password; likewise the other two
 * @param disabled true when the person may no longer enter
 * @param language what the person chose to read, null to follow the school
 * @param version grows with every change
 */
public record Account(
        UUID schoolId,
        UUID id,
        String username,
        String displayName,
        Set<String> roles,
        String passwordHash,
        String pinHash,
        String passphraseHash,
        boolean disabled,
        Language language,
        long version) {

    /** Returns the person as a caller in the school, with only the roles that are valid there. */
    public Caller inSchool(UUID school) {
        Set<String> valid = new HashSet<>(roles);
        if (!school.equals(schoolId)) {
            valid.retainAll(Roles.ACROSS_SCHOOLS);
        }
        return new Caller(id, school, valid, displayName, language);
    }

    /** Keeps the hashes out of logs. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
