package org.homeroom.economy;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;

/** A teacher's first day, on the wire. */
public record OnboardingJson(
        int step,
        int steps,
        List<Integer> done,
        Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Instant skippedAt) {

    /**
     * What is done with it.
     *
     * @param step the step that is done, 1 to 5
     * @param state {@code completed}, {@code skipped} or {@code new}, instead of a step
     */
    public record Change(@Nullable Integer step, @Nullable String state) {}

    static OnboardingJson of(Onboarding at) {
        return new OnboardingJson(
                at.step(),
                Onboarding.STEPS,
                at.done(),
                at.startedAt(),
                at.completedAt(),
                at.skippedAt());
    }
}
