package org.homeroom.attendance;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * A change of a tap on the wire.
 *
 * @param kind removed, restored, added or moved
 * @param before where a moved tap was, else null
 * @param reason in the words of whoever changed it
 * @param by the name of who changed it, null when there is none any more
 */
public record TapChangeJson(
        UUID tapId,
        UUID studentId,
        String action,
        Instant at,
        String kind,
        @Nullable Instant before,
        String reason,
        @Nullable String by,
        Instant changedAt) {

    /** Writes a change for the wire. */
    public static TapChangeJson of(TapChange change) {
        return new TapChangeJson(
                change.tapId(),
                change.studentId(),
                change.action().wire(),
                change.at(),
                change.kind(),
                change.before(),
                change.why(),
                change.by(),
                change.changedAt());
    }
}
