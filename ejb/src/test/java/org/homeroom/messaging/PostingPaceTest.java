package org.homeroom.messaging;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.junit.jupiter.api.Test;

class PostingPaceTest {

    private static final Instant NOW = Instant.parse("2026-10-13T16:00:00Z");
    private static final UUID ACCOUNT = UUID.randomUUID();

    private final PostingPace pace = new PostingPace();

    @Test
    void refusesTheOneTooManyAndSaysHowLongToWait() {
        at(NOW);
        writeUpToTheLimit();

        Refusal refusal = assertThrows(Refusal.class, () -> pace.count(ACCOUNT));

        assertEquals(ErrorCode.RATE_LIMIT_EXCEEDED, refusal.code());
        assertEquals("You write fast. Wait 10 s.", refusal.getMessage());
        assertDoesNotThrow(() -> pace.count(UUID.randomUUID()));
    }

    @Test
    void letsGoOnAfterTheWait() {
        at(NOW);
        writeUpToTheLimit();

        at(NOW.plus(PostingPace.WINDOW));

        assertDoesNotThrow(() -> pace.count(ACCOUNT));
    }

    private void writeUpToTheLimit() {
        for (int i = 0; i < PostingPace.LIMIT; i++) {
            pace.count(ACCOUNT);
        }
    }

    private void at(Instant now) {
        pace.clock = new SchoolClock(Clock.fixed(now, ZoneOffset.UTC));
    }
}
