package org.homeroom.realtime;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** The channel's wire as a WebSocket. */
final class BrowserSocket implements LiveSocket {

    private final Session session;

    BrowserSocket(Session session) {
        this.session = session;
    }

    @Override
    public void send(String text, Consumer<Boolean> done) {
        if (!session.isOpen()) {
            done.accept(false);
            return;
        }
        try {
            session.getAsyncRemote().sendText(text, result -> done.accept(result.isOK()));
        } catch (IllegalStateException e) {
            done.accept(false); // closed between the question and the sending
        }
    }

    @Override
    public void close(CloseReason reason) {
        try {
            session.close(
                    new jakarta.websocket.CloseReason(
                            jakarta.websocket.CloseReason.CloseCodes.getCloseCode(reason.code()),
                            reason.phrase()));
        } catch (IOException | IllegalStateException e) {
            // Closed already, which is what was wanted.
        }
    }

    /** Asks the other side whether it is there; a browser answers by itself. */
    void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | IllegalStateException e) {
            close(CloseReason.LIMIT_EXCEEDED);
        }
    }
}
