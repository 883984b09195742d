package org.homeroom.realtime;

import jakarta.json.JsonObject;

/**
 * Something a browser may ask over the live channel, answered for by the domain that owns it.
 * Called with the caller and the school bound to the thread. A {@link org.homeroom.kernel.Refusal}
 * becomes an error frame and keeps the connection.
 */
public interface LiveCommand {

    /** Returns the type of the frames it takes. */
    String type();

    /**
     * Does what the frame asks.
     *
     * @throws org.homeroom.kernel.Refusal when the person may not, or the data does not say enough
     */
    void run(LiveConnection connection, JsonObject data);
}
