package org.homeroom.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who follows a pupil, by the name of the account.
 *
 * @param primary whether this is the first to turn to; a pupil has one at most
 */
public record Guardian(
        UUID id, String name, Instant since, GuardianRights rights, boolean primary) {}
