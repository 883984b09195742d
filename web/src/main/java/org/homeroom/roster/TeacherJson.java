package org.homeroom.roster;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A teacher as administrators count them, on the wire. */
public record TeacherJson(
        UUID id,
        String name,
        int students,
        @Nullable Instant lastSignIn,
        boolean deletionRequested,
        List<Period> periods) {

    /** One of the teacher's classes. */
    public record Period(
            UUID classId, String name, String period, int students, boolean deletionRequested) {}

    static TeacherJson of(TeacherLine one) {
        return new TeacherJson(
                one.id(),
                one.name(),
                one.students(),
                one.lastSignIn(),
                one.accountRequested(),
                one.periods().stream()
                        .map(
                                period ->
                                        new Period(
                                                period.classId(),
                                                period.name(),
                                                period.period(),
                                                period.students(),
                                                period.requested()))
                        .toList());
    }
}
