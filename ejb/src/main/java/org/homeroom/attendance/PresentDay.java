package org.homeroom.attendance;

import java.time.Instant;

/**
 * A student's time in class on one day.
 *
 * @param first when it began
 * @param last when it ended, null while it lasts
 * @param visits how many stretches it is made of
 */
public record PresentDay(long seconds, Instant first, Instant last, int visits) {}
