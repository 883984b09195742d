package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waits for what takes a while, longer than a person would. */
public final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final long SHORTEST_MILLIS = 20;
    private static final long LONGEST_MILLIS = 250;

    private Patience() {}

    /** Asks again and again until it is so. */
    public static void await(Callable<Boolean> ready) throws Exception {
        await(LIMIT, ready);
    }

    /** Asks again and again until it is so, for what takes long by itself. */
    public static void await(Duration limit, Callable<Boolean> ready) throws Exception {
        Instant deadline = Instant.now().plus(limit);
        long between = SHORTEST_MILLIS;
        while (!ready.call()) {
            assertTrue(Instant.now().isBefore(deadline), "waited " + limit);
            Thread.sleep(between);
            // A question takes time from what is waited for.
            between = Math.min(LONGEST_MILLIS, between + between / 8);
        }
    }
}
