package org.homeroom.operations;

/** One step of an execution and what it counted; the state is the runtime's. */
public record JobStep(
        String name, String state, long read, long written, long skipped, long commits) {

    /** Returns the state in which people see it; the step at which a server fell runs no more. */
    public String shown(boolean running) {
        return state.equals("STARTED") && !running ? "INTERRUPTED" : state;
    }
}
