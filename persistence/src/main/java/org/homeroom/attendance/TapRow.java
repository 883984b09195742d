package org.homeroom.attendance;

import java.time.Instant;
import java.util.UUID;

/**
 * A tap with its whole history: whether it counts, where it came from and what became of it.
 *
 * @param student the student's name in short
 * @param recordedBy who recorded it, null for the house itself and for people without an account
 * @param why why it was added by hand, null for others
 * @param replaces the instant of the tap that it stands for, null for others
 * @param removed when it was taken back, null while it counts
 * @param removedBy who took it back
 * @param removedWhy why it was taken back
 * @param paid whether its time was paid when this was read
 * @param paired false when it counts and repeats the tap before it: a second in, or an out without
 *     an in (domain/economy.md 4.5)
 */
public record TapRow(
        UUID id,
        UUID studentId,
        String student,
        TapAction action,
        Instant at,
        String reason,
        String source,
        String recordedBy,
        Instant recordedAt,
        String why,
        Instant replaces,
        Instant removed,
        String removedBy,
        String removedWhy,
        boolean paid,
        boolean paired) {

    /** Tells whether the tap counts. */
    public boolean counts() {
        return removed == null;
    }
}
