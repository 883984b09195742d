package org.homeroom.identity;

import java.util.List;
import java.util.UUID;

/**
 * A person as another system lists them; the account has this id from the first listing on.
 *
 * @param roles names of {@link Roles} that the list gives now
 * @param formerRoles those it gave before; none for somebody new
 * @param enters whether the list lets the person in
 * @param entered whether it did before; true for somebody new
 */
public record ListedAccount(
        UUID id,
        String username,
        String displayName,
        List<String> roles,
        List<String> formerRoles,
        boolean enters,
        boolean entered) {

    public ListedAccount {
        roles = List.copyOf(roles);
        formerRoles = List.copyOf(formerRoles);
    }
}
