package org.homeroom.identity;

import java.util.Set;

/**
 * Asks for another name, address or other roles.
 *
 * @param email empty takes the address away, null leaves it
 * @param version the version that the change was made to
 */
public record ChangePerson(String displayName, String email, Set<String> roles, long version) {}
