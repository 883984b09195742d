package org.homeroom.identity;

import java.util.Set;
import java.util.UUID;

/** A person as other domains may see them. */
public record PersonRef(UUID id, String username, String displayName, Set<String> roles) {}
