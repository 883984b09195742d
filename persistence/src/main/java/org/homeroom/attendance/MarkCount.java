package org.homeroom.attendance;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How far a class's marks of a day are taken.
 *
 * @param students who sat in the class on that day
 * @param marked those with a mark
 */
public record MarkCount(UUID classId, String className, LocalDate day, int students, int marked) {}
