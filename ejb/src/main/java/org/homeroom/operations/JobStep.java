package org.homeroom.operations;

/** One step of an execution and what it counted. */
public record JobStep(
        String name, String state, long read, long written, long skipped, long commits) {}
