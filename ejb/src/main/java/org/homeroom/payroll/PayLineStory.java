package org.homeroom.payroll;

import java.util.List;
import org.homeroom.attendance.Session;
import org.homeroom.roster.ClassRef;

/**
 * How a line of a pay run came about.
 *
 * @param sessions of the student since the last pay up to the run's end, as the taps tell them now
 */
public record PayLineStory(PayRun run, PayLine line, ClassRef inClass, List<Session> sessions) {

    /** Returns the time of all sessions in seconds: the line's, unless taps changed since. */
    public long seconds() {
        return sessions.stream().mapToLong(Session::seconds).sum();
    }

    /** Tells whether taps were added or taken back after the line was computed. */
    public boolean changed() {
        return seconds() != line.seconds();
    }
}
