package org.homeroom.operations;

import java.util.List;

/**
 * A job that can be started.
 *
 * @param parameters names of what a start needs
 * @param last its newest execution that the caller may see, null without one
 */
public record JobKind(String name, List<String> parameters, JobRun last) {}
