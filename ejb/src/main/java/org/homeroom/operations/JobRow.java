package org.homeroom.operations;

import org.homeroom.kernel.JobProgress.Progress;

/**
 * An execution as the console shows it.
 *
 * @param place the school it works for, empty for none
 * @param label of that school's host, null for none and for the district
 * @param progress what its domain knows of it
 */
public record JobRow(JobRun run, String place, String label, Progress progress) {

    /** Returns how far it is, 0 to 100. */
    public int percent() {
        if (run.state().equals("COMPLETED")) {
            return 100;
        }
        return progress.total() == 0 ? 0 : (int) (100 * progress.done() / progress.total());
    }
}
