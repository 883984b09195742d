package org.homeroom.operations;

import java.util.List;
import org.homeroom.kernel.JobProgress.Choice;

/**
 * A parameter in the form that starts a job.
 *
 * @param needed whether a start needs it
 * @param choices what it may be; empty where a person has to write it
 */
public record JobField(String name, boolean needed, List<Choice> choices) {}
