package org.homeroom.attendance;

import java.util.List;
import java.util.UUID;

/**
 * A student's day.
 *
 * @param studentId whose day it is
 * @param time in class, as a length
 * @param flag what needs a look, empty when nothing does
 */
public record DayLine(UUID studentId, String name, List<Visit> visits, String time, String flag) {

    /**
     * From one tap to the next.
     *
     * @param end empty while it lasts, or when the tap-out is on a later day
     * @param note why it ended, empty when that says nothing
     */
    public record Visit(String begin, String end, String note) {}
}
