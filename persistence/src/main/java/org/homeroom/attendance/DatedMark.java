package org.homeroom.attendance;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A student's mark of one of several days.
 *
 * @param note what goes with it, null for nothing
 * @param by who gave it
 */
public record DatedMark(UUID studentId, LocalDate day, Mark mark, String note, String by) {}
