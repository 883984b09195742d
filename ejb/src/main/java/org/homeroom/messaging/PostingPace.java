package org.homeroom.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Wait;

/** Holds back a person who writes faster than a room can read (messaging.md rule 9). */
@ApplicationScoped
public class PostingPace {

    /** Messages one person may send within {@link #WINDOW}. */
    static final int LIMIT = 20;

    static final Duration WINDOW = Duration.ofSeconds(10);

    private static final int PEOPLE_BEFORE_TIDYING = 10_000;

    private final Map<UUID, Deque<Instant>> recent = new ConcurrentHashMap<>();

    @Inject SchoolClock clock;

    /** Counts one message of this person, or refuses it and says how long to wait. */
    public void count(UUID accountId) {
        Instant now = clock.now();
        recent.compute(accountId, (id, times) -> counted(times, now));
        if (recent.size() > PEOPLE_BEFORE_TIDYING) {
            recent.values().removeIf(times -> !times.getLast().isAfter(now.minus(WINDOW)));
        }
    }

    private static Deque<Instant> counted(Deque<Instant> before, Instant now) {
        Deque<Instant> times = before == null ? new ArrayDeque<>() : new ArrayDeque<>(before);
        times.removeIf(time -> !time.isAfter(now.minus(WINDOW)));
        if (times.size() >= LIMIT) {
            long wait =
                    Duration.between(now, times.getFirst().plus(WINDOW))
                            .plusMillis(999)
                            .toSeconds();
            throw new Wait(
                    ErrorCode.RATE_LIMIT_EXCEEDED, "You write fast. Wait " + wait + " s.", wait);
        }
        times.add(now);
        return times;
    }
}
