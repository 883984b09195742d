package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waits for what takes a while, longer than a person would. */
public final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final long BETWEEN_MILLIS = 20;

    private Patience() {}

    /** Asks again and again until it is so. */
    public static void await(Callable<Boolean> ready) throws Exception {
        await(LIMIT, ready);
    }

    /** Asks again and again until it is so, for what takes long by itself. */
    public static void await(Duration limit, Callable<Boolean> ready) throws Exception {
        Instant deadline = Instant.now().plus(limit);
        while (!ready.call()) {
            assertTrue(Instant.now().isBefore(deadline), "waited " + limit);
            Thread.sleep(BETWEEN_MILLIS);
        }
    }
}
