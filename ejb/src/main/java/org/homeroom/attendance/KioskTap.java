package org.homeroom.attendance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/**
 * A tap as a device of a class kept it.
 *
 * @param seq the device's number, from 1
 * @param badge what the student's badge says; null when the name was typed
 * @param username null when a badge was shown
 * @param pin goes with the name; null with a badge
 * @param action null when the device sent something unknown
 * @param reason why the student stops: {@code done} ends the day; null is a break
 * @param at by the device's clock, as it wrote it
 * @param signature of {@link #signed}, base64
 */
public record KioskTap(
        long seq,
        String badge,
        String username,
        String pin,
        TapAction action,
        String reason,
        String at,
        String signature) {

    /**
     * Returns what the device signs: a line each for the word {@code homeroom-tap}, the device, the
     * number, who, the action, the reason and the time, the PIN left out.
     */
    String signed(UUID deviceId) {
        String who = badge == null ? "username:" + username : "badge:" + badge;
        return String.join(
                "\n",
                "homeroom-tap",
                deviceId.toString(),
                Long.toString(seq),
                who,
                action.wire(),
                reason == null ? "" : reason,
                at);
    }

    /** Returns a digest of what was signed. */
    byte[] hash(UUID deviceId) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(signed(deviceId).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells whether it says who did what and when; a number is from 1. */
    boolean isWhole() {
        boolean byName = username != null && !username.isBlank();
        return seq > 0
                && action != null
                && signature != null
                && (badge == null ? byName : !badge.isBlank() && username == null)
                && instant() != null;
    }

    /** Returns the time that the device wrote, null when it is none. */
    Instant instant() {
        try {
            return at == null ? null : Instant.parse(at);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Keeps PIN and badge out of logs. */
    @Override
    public String toString() {
        return "KioskTap[" + seq + ", " + action + ", " + at + "]";
    }
}
