package org.homeroom.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

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
     * Lists what a parameter may be now, the likeliest first; nothing where only whoever starts it
     * knows. The thread is bound to the school that the job is to work for.
     */
    default List<Choice> choices(String parameter) {
        return List.of();
    }

    /**
     * Lists what a start can be prepared for, such as the classes whose pay can be rehearsed;
     * nothing for a job that needs no preparation. The thread is bound to the school.
     */
    default List<Choice> subjects() {
        return List.of();
    }

    /**
     * Prepares a start, in the school that the thread is bound to.
     *
     * @param subject of {@link #subjects}
     * @param by the account that asks for it
     * @return what to start with: parameters by name
     * @throws Refusal not found, when there is no such subject
     */
    default Map<String, String> prepare(UUID subject, UUID by) {
        throw Refusal.notFound();
    }

    /**
     * A value that a person can choose.
     *
     * @param about what it stands for, in words
     * @param at a moment that tells it from others with the same words, or null
     */
    record Choice(String value, String about, Instant at) {}

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
