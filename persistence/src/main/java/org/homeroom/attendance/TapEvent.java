package org.homeroom.attendance;

import java.time.Instant;
import java.util.UUID;

/**
 * A tap that counts.
 *
 * @param reason why the student stopped, null for most starts
 * @param source who or what tapped: student, teacher, switch, limit, import, demonstration
 */
public record TapEvent(
        UUID id, UUID studentId, TapAction action, Instant at, String reason, String source) {}
