package org.homeroom.attendance;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of one numbered tap of a device.
 *
 * @param seq the device's number, from 1
 * @param studentId who tapped, or whose name was typed with a wrong PIN; null when it was nobody of
 *     the class
 * @param at by the server's clock, whole seconds
 * @param hash of what the device said
 * @param code {@link #ADDED}, or why it was refused
 * @param tapId the tap that was added, null when it was refused
 */
public record KioskRecord(
        long seq,
        UUID studentId,
        TapAction action,
        Instant at,
        byte[] hash,
        String code,
        UUID tapId) {

    /** The code of a tap that counts. */
    public static final String ADDED = "ADDED";

    /** Tells whether the tap counts. */
    public boolean isAccepted() {
        return tapId != null;
    }
}
