package org.homeroom.attendance;

import java.util.UUID;

/**
 * The calling student taps.
 *
 * @param action null when the client sent something unknown
 * @param reason why the student stops; {@code done} ends the day, anything else is a break; null
 *     for a start
 * @param pin the student's PIN as typed
 */
public record Tap(UUID classId, TapAction action, String reason, String pin) {

    /** Keeps the PIN out of logs. */
    @Override
    public String toString() {
        return "Tap[" + classId + ", " + action + "]";
    }
}
