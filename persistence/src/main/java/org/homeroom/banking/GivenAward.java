package org.homeroom.banking;

import java.time.Instant;
import java.util.UUID;

/**
 * A reward, fine or payment as it was given in one act.
 *
 * @param id of the act
 * @param account {@code checking} or {@code savings}
 * @param students how many it was for
 * @param total minor units, negative when it was taken
 * @param takenBack for how many of them it was taken back
 */
public record GivenAward(
        UUID id,
        AwardKind kind,
        String account,
        String reason,
        Instant at,
        int students,
        long total,
        int takenBack) {

    /** Tells whether nothing of it is left. */
    public boolean isTakenBack() {
        return takenBack == students;
    }
}
