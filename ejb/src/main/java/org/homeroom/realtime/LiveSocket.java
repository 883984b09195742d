package org.homeroom.realtime;

import java.util.function.Consumer;

/**
 * The wire to one browser, as the channel needs it. The web module has the one that is a socket.
 */
public interface LiveSocket {

    /**
     * Starts sending and returns at once. {@code done} is called exactly once, on any thread, with
     * true when the text has left.
     */
    void send(String text, Consumer<Boolean> done);

    /** Closes with one of {@link CloseReason}'s codes; does nothing when closed already. */
    void close(CloseReason reason);
}
