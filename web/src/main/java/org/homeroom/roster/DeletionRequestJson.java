package org.homeroom.roster;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** A teacher's wish that a class or the account goes, on the wire. */
public record DeletionRequestJson(
        UUID id,
        UUID teacherId,
        String kind,
        @Nullable UUID classId,
        @Nullable String period,
        @Nullable String reason,
        String state,
        Instant requestedAt,
        @Nullable Instant resolvedAt) {

    /** What a teacher wishes: {@code period} with its name, or {@code account}. */
    public record Request(String kind, @Nullable String period, @Nullable String reason) {}

    /** How it ends: {@code withdrawn} or {@code rejected}. */
    public record End(String state) {}

    static DeletionRequestJson of(DeletionRequest one) {
        return new DeletionRequestJson(
                one.id(),
                one.teacherId(),
                one.kind(),
                one.classId(),
                one.period(),
                one.reason(),
                one.state(),
                one.requestedAt(),
                one.resolvedAt());
    }
}
