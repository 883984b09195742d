package org.homeroom.identity;

import java.util.Set;

/**
 * Asks for an account for an adult.
 *
 * @param roles names of {@link Roles}, at least one
 */
public record NewPerson(String username, String displayName, String password, Set<String> roles) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "NewPerson[" + username + "]";
    }
}
