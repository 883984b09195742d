package org.homeroom.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The marks of days that an amount was paid for, or taken back for.
 *
 * @param runId the run that paid it
 * @param lineId the student's line of that run
 * @param days the oldest first; their differences add up to the amount
 */
public record MarkStory(UUID runId, UUID lineId, List<Day> days) {

    /**
     * A marked day.
     *
     * @param mark present, late, absent or excused
     * @param before what the day was marked when it was paid before; null when that was the same,
     *     or none
     * @param minutesBefore that were paid for the day until then
     * @param minutesAfter that the mark is worth
     * @param rateMicrosPerMinute millionths of a token per minute
     * @param amountBefore minor units given for the day until then
     * @param amountAfter minor units that it is worth
     */
    public record Day(
            LocalDate day,
            String mark,
            String before,
            long minutesBefore,
            long minutesAfter,
            long rateMicrosPerMinute,
            long amountBefore,
            long amountAfter) {}
}
