package org.homeroom.messaging;

import java.time.Instant;

/**
 * A message as the page shows it.
 *
 * @param day the heading above it, null when the one before is of the same day
 * @param time hour and minute in the class's zone
 */
public record ChatLine(
        String day,
        long seq,
        String name,
        String initials,
        boolean mine,
        boolean guest,
        String time,
        Instant at,
        String text) {}
