package org.homeroom.payroll;

import java.time.Instant;
import java.util.UUID;

/**
 * A class's pay day.
 *
 * @param due when it is paid, and up to when time counts
 */
public record PayDay(UUID classId, Instant due) {}
