package org.homeroom.identity;

import java.util.Set;

/**
 * Asks for another name or other roles.
 *
 * @param version the version that the change was made to
 */
public record ChangePerson(String displayName, Set<String> roles, long version) {}
