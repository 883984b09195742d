package org.homeroom.identity;

import java.util.UUID;

/**
 * Who brought a token or a ticket.
 *
 * @param signIn the sign-in it descends from, whose end is its end
 */
public record Bearer(SignedIn person, UUID signIn) {}
