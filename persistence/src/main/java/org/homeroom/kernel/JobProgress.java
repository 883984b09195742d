package org.homeroom.kernel;

import java.util.List;
import java.util.Properties;

/**
 * What a domain knows of its job: what a start needs, and how far an execution is. CDI beans of it
 * are collected by operations.
 */
public interface JobProgress {

    /** Returns the name of the job it speaks of. */
    String jobName();

    /**
     * Returns the names of the parameters that a start needs; {@code school} is one of a tenant's
     * job.
     */
    List<String> parameters();

    /** Returns the names of parameters that a start may give besides. */
    List<String> options();

    /**
     * Refuses values with which an execution would only fail. The thread is bound to the school
     * that they name, if they name one; names and presence were looked at before.
     *
     * @throws Refusal naming the parameter
     */
    void check(Properties parameters);

    /** Tells whether whoever starts it must have proved lately who they are. */
    default boolean sensitive() {
        return false;
    }

    /**
     * Tells how far an execution with these parameters is; never null, never throws for odd ones.
     */
    Progress of(Properties parameters);

    /**
     * How far it is.
     *
     * @param about what it works on, in words; empty when unknown
     * @param page where that is shown, an address below its school's; empty when unknown
     * @param total 0 when unknown
     */
    record Progress(String about, String page, long done, long total) {

        /** Nothing is known. */
        public static final Progress UNKNOWN = new Progress("", "", 0, 0);
    }
}
