package org.homeroom.roster;

import java.time.Instant;
import java.util.UUID;

/** Somebody who follows a pupil, by the name of the account. */
public record Guardian(UUID id, String name, Instant since) {}
