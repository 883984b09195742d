package org.homeroom.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** A deed as the REST interface shows it; {@code before} and {@code after} are objects. */
public record AuditJson(
        long seq,
        Instant at,
        @Nullable UUID actor,
        @Nullable String actorName,
        String action,
        String subjectType,
        @Nullable String subject,
        @Nullable @JsonRawValue String before,
        @Nullable @JsonRawValue String after,
        @Nullable String requestId,
        @Nullable String ip) {

    static AuditJson of(AuditRow row) {
        return new AuditJson(
                row.seq(),
                row.at(),
                row.actorId(),
                row.actorName(),
                row.action(),
                row.subjectType(),
                row.subjectId(),
                row.before(),
                row.after(),
                row.requestId(),
                row.ip());
    }
}
