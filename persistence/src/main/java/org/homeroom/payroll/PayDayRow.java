package org.homeroom.payroll;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of a class's pay day.
 *
 * @param source whose calendar it was of: class, school or district
 * @param outcome started, empty (nobody had anything to get), skipped, or null while it waits
 * @param note why it was skipped or waits: own_days, unfinished, changing, failed; else null
 * @param run its run, null without one
 * @param students whom the run has paid
 * @param total what they got, in minor units
 */
public record PayDayRow(
        UUID classId,
        String className,
        String currency,
        Instant due,
        String source,
        String outcome,
        String note,
        UUID run,
        PayState state,
        int students,
        long total) {}
