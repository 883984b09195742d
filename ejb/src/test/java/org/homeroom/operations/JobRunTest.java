package org.homeroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobRunTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void oneWhoseServerFellIsInterruptedAndDidNotFail() {
        JobRun fallen =
                new JobRun(
                        38,
                        "ledger-prove",
                        "FAILED",
                        "FAILED",
                        NOON,
                        NOON,
                        Map.of(),
                        39L,
                        true,
                        List.of());

        assertEquals("INTERRUPTED", fallen.shown());
        assertFalse(fallen.failed());
        assertFalse(fallen.restartable());
    }

    @Test
    void oneThatNobodyWentOnWithCanGoOn() {
        assertTrue(run("FAILED", NOON, null).restartable());
        assertTrue(run("STOPPED", NOON, null).restartable());
        assertTrue(run("FAILED", NOON, null).failed());
        assertFalse(run("STOPPED", NOON, 39L).restartable());
        assertFalse(run("COMPLETED", NOON, null).restartable());
    }

    @Test
    void oneThatFailedStaysSoAfterItsRestart() {
        JobRun failed = run("FAILED", NOON, 39L);

        assertTrue(failed.failed());
        assertEquals("FAILED", failed.shown());
        assertFalse(failed.restartable());
    }

    @Test
    void oneThatIsStoppingIsNotStoppedOnceMore() {
        assertTrue(run("STARTED", null, null).stoppable());
        assertFalse(run("STOPPING", null, null).stoppable());
        assertTrue(run("STOPPING", null, null).running());
    }

    private static JobRun run(String state, Instant endedAt, Long continuedBy) {
        return new JobRun(
                38,
                "ledger-prove",
                state,
                null,
                NOON,
                endedAt,
                Map.of(),
                continuedBy,
                false,
                List.of());
    }
}
