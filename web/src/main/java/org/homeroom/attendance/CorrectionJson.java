package org.homeroom.attendance;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A correction of a tap or of a mark on the wire, with both values.
 *
 * @param tapId null, as are action and at, for a mark
 * @param kind of a tap: removed, restored, added or moved; of a mark: marked
 * @param before where a moved tap was, else null
 * @param mark which mark was changed; null for a tap
 * @param reason in the words of whoever changed it, null when nobody said
 * @param by the name of who changed it, null when there is none any more
 */
public record CorrectionJson(
        @Nullable UUID tapId,
        UUID studentId,
        @Nullable String action,
        @Nullable Instant at,
        String kind,
        @Nullable Instant before,
        @Nullable MarkJson mark,
        @Nullable String reason,
        @Nullable String by,
        Instant changedAt) {

    /**
     * The mark of a day before and after.
     *
     * @param before present, late, absent or excused
     * @param value likewise
     */
    public record MarkJson(LocalDate day, String before, String value) {}

    static CorrectionJson of(TapChange change) {
        return new CorrectionJson(
                change.tapId(),
                change.studentId(),
                change.action().wire(),
                change.at(),
                change.kind(),
                change.before(),
                null,
                change.why(),
                change.by(),
                change.changedAt());
    }

    static CorrectionJson of(MarkChange change) {
        return new CorrectionJson(
                null,
                change.studentId(),
                null,
                null,
                "marked",
                null,
                new MarkJson(change.day(), change.before().wire(), change.mark().wire()),
                change.reason(),
                change.by(),
                change.changedAt());
    }
}
