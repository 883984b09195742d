package org.homeroom.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One execution of a job.
 *
 * @param state what the runtime calls it: STARTING, STARTED, STOPPING, STOPPED, FAILED, COMPLETED
 *     or ABANDONED
 * @param outcome the exit status, null while it runs
 * @param startedAt when it was asked for
 * @param endedAt null while it runs
 * @param parameters as they were given at the start
 * @param continuedBy the execution that went on with it, null without one
 * @param interrupted true when its server fell and the next one went on with it; the runtime calls
 *     that failed too
 * @param steps in order of start; empty in lists
 */
public record JobRun(
        long id,
        String job,
        String state,
        String outcome,
        Instant startedAt,
        Instant endedAt,
        Map<String, String> parameters,
        Long continuedBy,
        boolean interrupted,
        List<JobStep> steps) {

    /** Tells whether it works now. */
    public boolean running() {
        return state.equals("STARTING") || state.equals("STARTED") || state.equals("STOPPING");
    }

    /** Tells whether it can be stopped; one that is told to already cannot. */
    public boolean stoppable() {
        return running() && !state.equals("STOPPING");
    }

    /** Tells whether it ended before its end and can go on. */
    public boolean restartable() {
        return (state.equals("FAILED") || state.equals("STOPPED")) && continuedBy == null;
    }

    /** Tells whether it failed by itself. */
    public boolean failed() {
        return state.equals("FAILED") && !interrupted;
    }

    /** Returns the state in which people see it: the runtime's, or INTERRUPTED. */
    public String shown() {
        return interrupted ? "INTERRUPTED" : state;
    }
}
