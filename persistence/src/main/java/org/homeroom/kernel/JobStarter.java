package org.homeroom.kernel;

import java.util.Properties;

/** Starts Jakarta Batch jobs by name, so that services need not know the batch module. */
public interface JobStarter {

    /** Starts the job and returns its execution's number. */
    long start(String jobName, Properties parameters);

    /**
     * Goes on with a failed or stopped execution from its last chunk; returns the new number.
     *
     * @throws Refusal with {@link ErrorCode#CONFLICT} when it cannot go on
     */
    long restart(long execution);
}
