package org.homeroom.operations;

import java.time.Instant;
import java.util.UUID;

/**
 * A report on whether schools are apart.
 *
 * @param state running, clean, leaking, incomplete (something could not be tried) or failed
 * @param requestedBy null when it was started from the server's command line
 * @param endedAt null while it runs
 * @param content what was found as JSON, the very characters that are signed; null before the end
 * @param signature over the content; null before the end
 */
public record IsolationReport(
        UUID id,
        String state,
        UUID requestedBy,
        Instant begunAt,
        Instant endedAt,
        String content,
        String signature) {

    /** Returns what was found and, on a line of its own, the signature; only after its end. */
    public String printed() {
        return content + "\nsignature: " + signature + "\n";
    }

    /** Tells whether it is still at work. */
    public boolean isRunning() {
        return state.equals("running");
    }
}
