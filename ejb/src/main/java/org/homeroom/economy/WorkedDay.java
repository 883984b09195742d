package org.homeroom.economy;

import java.time.LocalDate;
import java.util.List;
import org.homeroom.attendance.Session;

/**
 * A student's time in class on a day of the class's zone.
 *
 * @param sessions those begun that day, in order
 */
public record WorkedDay(LocalDate day, List<Session> sessions) {

    /** Returns how much time it is. */
    public long seconds() {
        return sessions.stream().mapToLong(Session::seconds).sum();
    }
}
