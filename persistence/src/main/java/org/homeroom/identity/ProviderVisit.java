package org.homeroom.identity;

import java.util.UUID;

/**
 * A browser that came back from the identity provider.
 *
 * @param linking who wants to link their account, null when somebody wants to sign in
 * @param goal the page of ours to go on to, may be null
 */
public record ProviderVisit(UUID linking, String goal, ProviderIdentity identity) {}
