package org.homeroom.roster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A teacher as administrators count them; their students are numbers alone.
 *
 * @param students different students in all the classes; who is shared counts for each teacher
 * @param lastSignIn null when the teacher never signed in
 * @param accountRequested whether the teacher wishes the account closed
 */
public record TeacherLine(
        UUID id,
        String name,
        int students,
        Instant lastSignIn,
        boolean accountRequested,
        List<Period> periods) {

    public TeacherLine {
        periods = List.copyOf(periods);
    }

    /**
     * One of the teacher's classes.
     *
     * @param requested whether the teacher wishes it closed
     */
    public record Period(
            UUID classId, String name, String period, int students, boolean requested) {}
}
