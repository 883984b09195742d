package org.homeroom.banking;

import java.util.UUID;

/**
 * A reward or fine that a teacher gives again and again.
 *
 * @param kind {@link AwardKind#REWARD} or {@link AwardKind#FINE}
 * @param title the reason that students read
 * @param amount minor units, above zero
 * @param active false when it is no longer offered
 */
public record AwardTemplate(
        UUID id,
        UUID classId,
        AwardKind kind,
        String title,
        long amount,
        boolean active,
        long version) {}
