package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an amount of pay was computed from.
 *
 * @param seconds paid time
 * @param rateMicrosPerMinute millionths of a token per minute
 * @param from time before it was paid earlier; null for the first pay
 * @param through time up to it is paid by this run
 * @param settingsVersion of the pay settings that it was computed by; null for old runs
 * @param settingsSince since when the class paid by the rate, limit and rule of that version; null
 *     when they are older than what was noted of them
 * @param settingsUsed when a run was first computed by that rate, limit and rule; null for old runs
 * @param taps between the two, in order
 * @param ruled how it was put together; null when it is nothing but time at the rate
 */
public record PayStory(
        UUID runId,
        UUID lineId,
        long seconds,
        long rateMicrosPerMinute,
        Instant from,
        Instant through,
        @Nullable Long settingsVersion,
        @Nullable Instant settingsSince,
        @Nullable Instant settingsUsed,
        List<TapMark> taps,
        RuledPay ruled) {}
