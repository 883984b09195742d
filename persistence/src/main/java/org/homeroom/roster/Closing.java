package org.homeroom.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * A class or a teacher's account that was closed.
 *
 * @param kind {@code period} or {@code account}
 * @param teacherId null for a class without a teacher
 * @param classId null for an account
 * @param ground {@code request} or {@code absence}
 * @param receipt what went and what had to stay, as JSON
 */
public record Closing(
        UUID id,
        String kind,
        UUID teacherId,
        UUID classId,
        String ground,
        Instant closedAt,
        String receipt) {}
