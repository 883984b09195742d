package org.homeroom.payroll;

import java.time.Instant;
import java.util.UUID;

/**
 * One pay run of a class.
 *
 * @param through time up to here is paid
 * @param dailyLimitMinutes null for none
 * @param lineCount students of the class
 * @param studentCount students who get something
 * @param total what they get together, in minor units
 * @param seconds time behind the total
 * @param outlierCount students to check
 * @param paidCount students paid so far
 * @param paidTotal what they got, in minor units
 * @param replaces the stale rehearsal that this one was made in place of, else null
 * @param failure why it stopped, else null
 * @param jobExecutionId the newest execution of its job, null before the first
 * @param settingsVersion version of the class's settings it was computed by, null for old runs
 * @param ruleNumber counts the class's rules from 1; null under the plain one
 * @param rule the rule it was computed by
 */
public record PayRun(
        UUID id,
        UUID classId,
        PayState state,
        Instant through,
        long rateMicrosPerMinute,
        Integer dailyLimitMinutes,
        String inputsHash,
        int lineCount,
        int studentCount,
        long total,
        long seconds,
        int outlierCount,
        int paidCount,
        long paidTotal,
        UUID replaces,
        UUID createdBy,
        Instant createdAt,
        Instant committedAt,
        Instant finishedAt,
        String failure,
        Instant reversedAt,
        String reverseReason,
        Long jobExecutionId,
        long version,
        Long settingsVersion,
        Integer ruleNumber,
        PayRule rule) {

    /**
     * Tells whether all time at the rate comes to an amount of minor units; often it does not,
     * because each student's pay is rounded.
     */
    public boolean comesTo(long amount) {
        return PaySettings.amount(seconds, rateMicrosPerMinute) == amount;
    }

    /** Returns how much of the run is paid, 0 to 100. */
    public int percent() {
        return studentCount == 0 ? 100 : (int) (100L * paidCount / studentCount);
    }
}
