package org.homeroom.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeroom.identity.Caller;
import org.junit.jupiter.api.Test;

class LiveConnectionsTest {

    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final LiveEvent EVENT = LiveEvent.of("notice", Map.of(), Instant.EPOCH);

    private final LiveConnections connections = new LiveConnections();

    @Test
    void tellsTheTopicToThoseWhoHearItInTheSameSchool() {
        HeldSocket here = new HeldSocket();
        HeldSocket elsewhere = new HeldSocket();
        LiveConnection member = connection(SCHOOL, ACCOUNT, "s1", here);
        LiveConnection other = connection(UUID.randomUUID(), ACCOUNT, "s2", elsewhere);
        connections.hear(member, "class:1", 0);
        connections.hear(other, "class:1", 0);

        connections.room(SCHOOL, "class:1").tell(EVENT);

        assertEquals(1, here.sent.size());
        assertTrue(elsewhere.sent.isEmpty());
    }

    @Test
    void theSixthConnectionClosesTheFirst() {
        HeldSocket first = new HeldSocket();
        connection(SCHOOL, ACCOUNT, "s", first);
        for (int i = 1; i < LiveConnections.PER_PERSON; i++) {
            connection(SCHOOL, ACCOUNT, "s", new HeldSocket());
        }
        assertNull(first.closed);

        connection(SCHOOL, ACCOUNT, "s", new HeldSocket());

        assertEquals(CloseReason.REPLACED, first.closed);
        assertEquals(LiveConnections.PER_PERSON, connections.of(SCHOOL, ACCOUNT).size());
    }

    @Test
    void oneTabLeavesAndTheOtherStays() {
        HeldSocket left = new HeldSocket();
        HeldSocket stays = new HeldSocket();
        LiveConnection leaving = connection(SCHOOL, ACCOUNT, "s", left);
        LiveConnection staying = connection(SCHOOL, ACCOUNT, "s", stays);
        connections.hear(leaving, "class:1", 0);
        connections.hear(staying, "class:1", 0);

        connections.forget(leaving);
        connections.room(SCHOOL, "class:1").tell(EVENT);

        assertTrue(left.sent.isEmpty());
        assertEquals(1, stays.sent.size());
    }

    @Test
    void theEndOfASignInClosesItsConnectionsOnly() {
        HeldSocket ended = new HeldSocket();
        HeldSocket other = new HeldSocket();
        connection(SCHOOL, ACCOUNT, "ended", ended);
        connection(SCHOOL, ACCOUNT, "other", other);

        connections.end("ended");

        assertEquals(CloseReason.NOT_SIGNED_IN, ended.closed);
        assertNull(other.closed);
    }

    @Test
    void leavesNothingBehind() {
        LiveConnection only = connection(SCHOOL, ACCOUNT, "s", new HeldSocket());
        connections.hear(only, "class:1", 0);

        connections.forget(only);
        connections.hear(only, "class:1", 0);

        assertNull(connections.room(SCHOOL, "class:1"));
        assertTrue(connections.all().isEmpty());
    }

    private LiveConnection connection(
            UUID school, UUID account, String session, HeldSocket socket) {
        Caller caller = new Caller(account, school, Set.of("student"), "Wanjiru M.");
        LiveConnection connection = new LiveConnection(caller, session, socket);
        connections.open(connection);
        return connection;
    }
}
