package org.homeroom.attendance;

import java.time.Instant;
import java.util.UUID;

/**
 * Which taps of a class are listed.
 *
 * @param studentId only this student's, or null
 * @param from first instant, or null
 * @param to first instant no longer listed, or null
 * @param source only taps from there, or null
 * @param all whether taps that were taken back are listed too
 */
public record TapFilter(
        UUID classId, UUID studentId, Instant from, Instant to, String source, boolean all) {}
