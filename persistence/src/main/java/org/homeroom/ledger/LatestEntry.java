package org.homeroom.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry of a class as its teacher sees it on a dashboard.
 *
 * @param studentId the first person it touches; null when it touches none
 * @param studentName such as {@code Wanjiru M.}; null likewise
 * @param amount the person's, in minor units
 */
public record LatestEntry(
        UUID entryId,
        Instant recordedAt,
        String kind,
        String description,
        UUID studentId,
        String studentName,
        long amount) {}
