package org.homeroom.operations;

import java.util.concurrent.CancellationException;

/** Ends work of many small pieces between two of them, once somebody asks for it. */
final class StopSign {

    private volatile boolean raised;

    /** Asks the work to end. */
    void raise() {
        raised = true;
    }

    /**
     * Lets the next piece begin.
     *
     * @throws CancellationException when the work is to end
     */
    void heed() {
        if (raised) {
            throw new CancellationException("stopped");
        }
    }
}
