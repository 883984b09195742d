package org.homeroom.kernel;

import java.util.Properties;

/** Starts a Jakarta Batch job by name, so that services need not know the batch module. */
public interface JobStarter {

    /** Starts the job and returns its execution's number. */
    long start(String jobName, Properties parameters);
}
