package org.homeroom.economy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A teacher's way through the first day: welcome, features, periods, roster, settings.
 *
 * @param step the one to do next, 1 to {@link #STEPS}
 * @param done the steps done, in order
 * @param completedAt null before the last one is done
 * @param skippedAt null when the teacher did not skip it
 */
public record Onboarding(
        int step, List<Integer> done, Instant startedAt, Instant completedAt, Instant skippedAt) {

    /** How many steps there are. */
    public static final int STEPS = 5;

    public Onboarding {
        done = List.copyOf(done);
    }

    /** Returns the beginning. */
    public static Onboarding begun(Instant now) {
        return new Onboarding(1, List.of(), now, null, null);
    }

    /** Tells whether it is over, one way or the other. */
    public boolean isOver() {
        return completedAt != null || skippedAt != null;
    }

    /** Tells whether the step may be done: it is the next one, or was done before. */
    public boolean allows(int asked) {
        return asked == step || done.contains(asked);
    }

    /** Returns how it stands after the step; the last one completes it. */
    public Onboarding after(int completed, Instant now) {
        List<Integer> all = new ArrayList<>(done);
        if (!all.contains(completed)) {
            all.add(completed);
        }
        all.sort(null);
        int next = Math.max(step, Math.min(completed + 1, STEPS));
        boolean whole = all.size() == STEPS;
        return new Onboarding(
                next, all, startedAt, whole ? now : completedAt, whole ? null : skippedAt);
    }

    /** Returns how it stands when the teacher has all behind them. */
    public Onboarding completed(Instant now) {
        return new Onboarding(step, done, startedAt, now, null);
    }

    /** Returns how it stands when the teacher wants none of it. */
    public Onboarding skipped(Instant now) {
        return new Onboarding(step, done, startedAt, null, now);
    }
}
