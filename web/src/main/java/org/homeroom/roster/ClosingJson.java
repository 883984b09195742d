package org.homeroom.roster;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.identity.ReceiptJson;

/** Something that was closed, on the wire. */
public record ClosingJson(
        UUID id,
        String kind,
        @Nullable UUID teacherId,
        @Nullable UUID classId,
        String ground,
        Instant closedAt,
        ReceiptJson receipt) {

    /**
     * What is to be closed: a class or a teacher.
     *
     * @param word the word DELETE
     */
    public record Request(@Nullable UUID classId, @Nullable UUID teacherId, String word) {}

    static ClosingJson of(Closing one) {
        return new ClosingJson(
                one.id(),
                one.kind(),
                one.teacherId(),
                one.classId(),
                one.ground(),
                one.closedAt(),
                ReceiptJson.read(one.receipt()));
    }
}
