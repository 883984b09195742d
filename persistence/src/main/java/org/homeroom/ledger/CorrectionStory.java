package org.homeroom.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * What an amount that corrects earlier pay was computed from; the taps that changed are told by the
 * line.
 *
 * @param runId the run that paid the difference
 * @param lineId the line whose time changed
 * @param paidThrough end of the run that paid the line
 * @param secondsBefore time paid for until then
 * @param secondsAfter time as the taps told it then
 * @param amountBefore minor units given for it until then
 * @param amountAfter minor units that it is worth
 * @param rateMicrosPerMinute millionths of a token per minute, as the line was paid
 * @param ruled whether the line was paid under a rule, not only by time at the rate
 */
public record CorrectionStory(
        UUID runId,
        UUID lineId,
        Instant paidThrough,
        long secondsBefore,
        long secondsAfter,
        long amountBefore,
        long amountAfter,
        long rateMicrosPerMinute,
        boolean ruled) {}
