package org.homeroom.operations;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.homeroom.kernel.Refusal;

/** The batch runtime as the jobs console needs it; implemented where the jobs live. */
public interface JobRuntime {

    /** Returns the names of all jobs, in order. */
    List<String> jobNames();

    /** Lists the newest executions of a job, newest first, without their steps. */
    List<JobRun> executions(String jobName, int limit);

    /** Finds an execution with its steps. */
    Optional<JobRun> execution(long id);

    /** Starts a job and returns its execution's number. */
    long start(String jobName, Properties parameters);

    /** Goes on with a failed or stopped execution; {@link Refusal} when it cannot. */
    long restart(long id);

    /** Stops an execution after the current chunk; {@link Refusal} when it does not run. */
    void stop(long id);
}
