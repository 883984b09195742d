package org.homeroom.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The one source of time. Instants are UTC; days are the school's. */
@ApplicationScoped
public class SchoolClock {

    private final Clock clock;

    /** The running clock. */
    public SchoolClock() {
        this(Clock.systemUTC());
    }

    /** A clock for tests. */
    public SchoolClock(Clock clock) {
        this.clock = clock;
    }

    /** Returns the current instant. */
    public Instant now() {
        return clock.instant();
    }

    /** Returns the date in the zone. */
    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }
}
