package org.homeroom.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final HeldSocket socket = new HeldSocket();
    private final Outbox outbox = new Outbox(socket);

    @Test
    void sendsOneAfterTheOther() {
        outbox.put("a");
        outbox.put("b");
        outbox.put("c");

        assertEquals(List.of("a"), socket.sent);
        socket.finish();
        socket.finish();
        assertEquals(List.of("a", "b", "c"), socket.sent);
    }

    @Test
    void closesAReaderThatFallsTooFarBehind() {
        outbox.put("under way");
        for (int i = 0; i < Outbox.LIMIT; i++) {
            outbox.put("waiting");
        }
        assertNull(socket.closed);
        assertEquals(Outbox.LIMIT, outbox.size());

        outbox.put("one too many");

        assertEquals(CloseReason.LIMIT_EXCEEDED, socket.closed);
        assertEquals(0, outbox.size());
    }

    @Test
    void joinsWhatWaitsWhenTheBrowserAllowsIt() {
        outbox.join();
        outbox.put("1");
        outbox.put("2");
        outbox.put("3");
        socket.finish();
        socket.finish();
        outbox.put("4");

        assertEquals(List.of("1", "[2,3]", "4"), socket.sent);
    }

    @Test
    void forgetsEverythingWhenTheWireBreaks() {
        outbox.put("a");
        outbox.put("b");

        socket.finish(false);
        outbox.put("c");

        assertEquals(List.of("a"), socket.sent);
        assertEquals(0, outbox.size());
    }
}
