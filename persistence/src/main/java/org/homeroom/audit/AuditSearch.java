package org.homeroom.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * What to look for; null leaves a part open.
 *
 * @param actorId only deeds of this account
 * @param action only this action, or all that begin with it and a dot
 * @param subject only this subject's id, or this type of subject
 * @param from not before this instant
 * @param to before this instant
 */
public record AuditSearch(UUID actorId, String action, String subject, Instant from, Instant to) {}
