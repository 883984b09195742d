package org.homeroom.identity;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody at the door whose first proof was right and who is asked for a code now. Nobody yet, for
 * every other purpose.
 */
record FirstStep(UUID schoolId, UUID accountId, String way, Instant at) implements Serializable {

    private static final String KEY = FirstStep.class.getName();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Returns who is half-way in at this school, as long as it is not too late. */
    static Optional<FirstStep> of(HttpSession session, UUID schoolId, Instant now) {
        return Optional.ofNullable(session)
                .map(found -> (FirstStep) found.getAttribute(KEY))
                .filter(step -> step.schoolId.equals(schoolId))
                .filter(step -> step.at.plus(PATIENCE).isAfter(now));
    }

    /** Notes that somebody is half-way in at this school. */
    static FirstStep of(SecondFactorNeeded needed, UUID schoolId, Instant now) {
        return new FirstStep(schoolId, needed.accountId(), needed.way(), now);
    }

    void storeIn(HttpSession session) {
        session.setAttribute(KEY, this);
    }
}
