package org.homeroom.payroll;

import java.time.Instant;
import java.util.UUID;

/**
 * A class's pay day.
 *
 * @param due when it is paid, and up to when time counts
 * @param source whose calendar it is of: class, school or district
 */
public record PayDay(UUID classId, Instant due, String source) {}
