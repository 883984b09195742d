package org.homeroom.kernel;

import java.util.List;
import java.util.Properties;

/**
 * What a domain knows of the executions of its job. CDI beans of it are collected by operations.
 */
public interface JobProgress {

    /** Returns the name of the job it speaks of. */
    String jobName();

    /**
     * Returns the names of the parameters that a start needs; {@code school} is one of a tenant's
     * job.
     */
    List<String> parameters();

    /**
     * Tells how far an execution with these parameters is; never null, never throws for odd ones.
     */
    Progress of(Properties parameters);

    /**
     * How far it is.
     *
     * @param about what it works on, in words; empty when unknown
     * @param total 0 when unknown
     */
    record Progress(String about, long done, long total) {

        /** Nothing is known. */
        public static final Progress UNKNOWN = new Progress("", 0, 0);
    }
}
