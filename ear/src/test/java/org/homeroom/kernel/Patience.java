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
        Instant deadline = Instant.now().plus(LIMIT);
        while (!ready.call()) {
            assertTrue(Instant.now().isBefore(deadline), "waited " + LIMIT);
            Thread.sleep(BETWEEN_MILLIS);
        }
    }
}
