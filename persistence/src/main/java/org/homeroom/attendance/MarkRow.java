package org.homeroom.attendance;

import java.time.Instant;
import java.util.UUID;

/**
 * A student's mark of a day.
 *
 * @param student the student's name in short
 * @param mark null when nobody has said anything
 * @param note what goes with it, null for nothing
 * @param by who gave it, null without a mark
 * @param before the mark that it took the place of, null for none
 * @param reason why it took that one's place, null where nobody said
 * @param tapped whether the student tapped in on that day
 */
public record MarkRow(
        UUID studentId,
        String student,
        Mark mark,
        String note,
        String by,
        Instant at,
        Mark before,
        String reason,
        boolean tapped) {

    /** Tells whether the mark says that somebody was not there who tapped in. */
    public boolean isDoubtful() {
        return tapped && (mark == Mark.ABSENT || mark == Mark.EXCUSED);
    }
}
