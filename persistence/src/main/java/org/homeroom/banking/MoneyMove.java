package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;

/**
 * Money of students of one class that moves together or not at all.
 *
 * @param key each student's entry has the key {@code key:student}
 * @param kind of the entries, such as {@code reward}
 * @param text what people read on the statement
 * @param causeType what kind of record the shares' causes are
 * @param account {@code checking} or {@code savings}
 * @param counter the class's own account on the other side
 * @param actorId null for the system
 */
public record MoneyMove(
        UUID classId,
        String key,
        String kind,
        String text,
        String causeType,
        String account,
        String counter,
        @Nullable UUID actorId,
        List<Share> shares) {

    /**
     * One student's part.
     *
     * @param causeId null when the cause is no record
     * @param amount minor units, negative to take; never zero
     */
    public record Share(UUID studentId, @Nullable UUID causeId, long amount) {}
}
