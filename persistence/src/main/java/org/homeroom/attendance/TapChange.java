package org.homeroom.attendance;

import java.time.Instant;
import java.util.UUID;

/**
 * A change of a class's taps by hand, or by the daily limit after one. Only ever added.
 *
 * @param student the student's name in short
 * @param kind {@code removed}, {@code restored}, {@code added} or {@code moved}
 * @param at of the tap
 * @param before where a moved tap was
 * @param why in the words of whoever changed it
 * @param by who changed it, null when the account has no name any more
 */
public record TapChange(
        UUID tapId,
        UUID studentId,
        String student,
        TapAction action,
        Instant at,
        String kind,
        Instant before,
        String why,
        String by,
        Instant changedAt) {}
