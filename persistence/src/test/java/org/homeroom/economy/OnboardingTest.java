package org.homeroom.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnboardingTest {

    private static final Instant NOW = Instant.parse("2026-10-13T16:00:00Z");

    @Test
    void eachStepLeadsToTheNextAndTheLastOneEndsIt() {
        Onboarding at = Onboarding.begun(NOW);
        for (int step = 1; step <= Onboarding.STEPS; step++) {
            assertFalse(at.isOver());
            assertEquals(step, at.step());
            assertTrue(at.allows(step));
            assertFalse(at.allows(step + 1), "not before this one");
            at = at.after(step, NOW);
        }
        assertEquals(NOW, at.completedAt());
        assertEquals(List.of(1, 2, 3, 4, 5), at.done());
        assertTrue(at.isOver());
    }

    @Test
    void aStepDoneTwiceIsDoneOnceAndLeadsNowhereBack() {
        Onboarding at = Onboarding.begun(NOW).after(1, NOW).after(2, NOW).after(1, NOW);

        assertEquals(3, at.step());
        assertEquals(List.of(1, 2), at.done());
    }

    @Test
    void whoSkipsIsLeftAlone() {
        Onboarding at = Onboarding.begun(NOW).after(1, NOW).skipped(NOW);

        assertTrue(at.isOver());
        assertEquals(2, at.step(), "to go on with");
    }
}
