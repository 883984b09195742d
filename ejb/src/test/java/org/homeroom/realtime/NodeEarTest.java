package org.homeroom.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeroom.identity.Caller;
import org.homeroom.kernel.SchoolClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeEarTest {

    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID ACCOUNT = UUID.randomUUID();

    private final NodeEar ear = new NodeEar();
    private final HeldSocket socket = new HeldSocket();

    @BeforeEach
    void connect() {
        ear.link = new NodeLink();
        ear.clock = new SchoolClock();
        ear.connections = new LiveConnections();
        Caller caller = new Caller(ACCOUNT, SCHOOL, Set.of("student"), "Wanjiru M.");
        ear.connections.open(new LiveConnection(caller, UUID.randomUUID(), socket));
    }

    @Test
    void oneOddLineDoesNotKeepTheNextFromBeingHeard() {
        ear.hear("another node\nodd\n{}\n" + paid());

        assertEquals(1, socket.sent.size());
    }

    @Test
    void itsOwnNewsAreToldAlready() {
        ear.hear(ear.link.node() + "\n" + paid());

        assertTrue(socket.sent.isEmpty());
    }

    private static String paid() {
        return NodeNews.person(SCHOOL, ACCOUNT, "paid", Map.of()).line();
    }
}
