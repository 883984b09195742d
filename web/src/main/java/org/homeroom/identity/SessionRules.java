package org.homeroom.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lives (economy.md section 1): a student's ends so long after sign-in whatever
 * happens, everybody else's so long after the last use. Minutes come from the server's settings.
 */
public final class SessionRules {

    private static final long DEFAULT_MINUTES = 10;

    private final Duration student;
    private final Duration others;

    /** The rules with the server's settings. */
    public SessionRules() {
        this(
                minutes("homeroom.session.student-minutes"),
                minutes("homeroom.session.staff-minutes"));
    }

    SessionRules(Duration student, Duration others) {
        this.student = student;
        this.others = others;
    }

    /** Tells whether the session is over. */
    public boolean isOver(SessionPerson session, Instant now) {
        return isOver(session.person().caller(), session.signedInAt(), session.seenAt(), now);
    }

    /** Tells whether a session of the person that began and was last used then is over. */
    public boolean isOver(Caller caller, Instant signedInAt, Instant seenAt, Instant now) {
        boolean absolute = caller.has(Roles.STUDENT);
        Instant end = absolute ? signedInAt.plus(student) : seenAt.plus(others);
        return !now.isBefore(end);
    }

    private static Duration minutes(String property) {
        return Duration.ofMinutes(Long.getLong(property, DEFAULT_MINUTES));
    }
}
