package org.homeroom.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * A tap on the wire with what became of it.
 *
 * @param counts false when it was taken back
 * @param addedReason why it was added by hand
 * @param replaces the time of the tap that it stands for
 * @param paired false when it repeats the tap before it: a second in, or an out without an in
 * @param paid whether its time is paid; what changes then, the next pay run pays
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TapRowJson(
        UUID id,
        UUID studentId,
        String action,
        Instant at,
        @Nullable String reason,
        String source,
        @Nullable String recordedBy,
        Instant recordedAt,
        boolean counts,
        boolean paid,
        boolean paired,
        @Nullable String addedReason,
        @Nullable Instant replaces,
        @Nullable Instant removedAt,
        @Nullable String removedBy,
        @Nullable String removedReason) {

    static TapRowJson of(TapRow tap) {
        return new TapRowJson(
                tap.id(),
                tap.studentId(),
                tap.action().wire(),
                tap.at(),
                tap.reason(),
                tap.source(),
                tap.recordedBy(),
                tap.recordedAt(),
                tap.counts(),
                tap.paid(),
                tap.paired(),
                tap.why(),
                tap.replaces(),
                tap.removed(),
                tap.removedBy(),
                tap.removedWhy());
    }
}
