package org.homeroom.attendance;

import java.time.Instant;
import java.util.UUID;

/**
 * A tap of a device that does not count.
 *
 * @param studentId who tapped, or whose name was typed with a wrong PIN; null when it was nobody of
 *     the class
 * @param at by the server's clock
 * @param code why it was refused
 * @param receivedAt when the device sent it
 */
public record RefusedTap(
        UUID deviceId,
        long seq,
        UUID studentId,
        TapAction action,
        Instant at,
        String code,
        Instant receivedAt) {}
