package org.homeroom.payroll;

import java.util.List;
import org.homeroom.attendance.Session;
import org.homeroom.attendance.TapChange;
import org.homeroom.roster.ClassRef;

/**
 * How a line of a pay run came about.
 *
 * @param sessions of the student since the last pay up to the run's end, as the taps tell them now
 * @param changes of the taps of that time, the newest first
 * @param corrections what later runs paid or took back for it, the oldest first
 * @param days of the line under a rule, in order; none under the plain one
 * @param marks that the run pays the student, or corrects; the oldest day first
 */
public record PayLineStory(
        PayRun run,
        PayLine line,
        ClassRef inClass,
        List<Session> sessions,
        List<TapChange> changes,
        List<PayCorrection> corrections,
        List<PayLineDay> days,
        List<PayMark> marks) {

    /** Returns the time of all sessions in seconds: the line's, unless taps changed since. */
    public long seconds() {
        return sessions.stream().mapToLong(Session::seconds).sum();
    }

    /** Returns the time that was paid for so far, corrections included. */
    public long given() {
        return line.seconds() + corrections.stream().mapToLong(PayCorrection::seconds).sum();
    }

    /** Tells whether taps changed after the line was computed, and no run has paid that yet. */
    public boolean changed() {
        return seconds() != given();
    }
}
