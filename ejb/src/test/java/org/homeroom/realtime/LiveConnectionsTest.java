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
    private static final UUID SIGN_IN = UUID.randomUUID();
    private static final LiveEvent EVENT = LiveEvent.of("notice", Map.of(), Instant.EPOCH);

    private final LiveConnections connections = new LiveConnections();

    @Test
    void tellsTheTopicToThoseWhoHearItInTheSameSchool() {
        HeldSocket here = new HeldSocket();
        HeldSocket elsewhere = new HeldSocket();
        LiveConnection member = connection(SCHOOL, ACCOUNT, SIGN_IN, here);
        LiveConnection other = connection(UUID.randomUUID(), ACCOUNT, SIGN_IN, elsewhere);
        connections.hear(member, "class:1", 0);
        connections.hear(other, "class:1", 0);

        connections.room(SCHOOL, "class:1").tell(EVENT);

        assertEquals(1, here.sent.size());
        assertTrue(elsewhere.sent.isEmpty());
    }

    @Test
    void theSixthConnectionClosesTheFirst() {
        HeldSocket first = new HeldSocket();
        connection(SCHOOL, ACCOUNT, SIGN_IN, first);
        for (int i = 1; i < LiveConnections.PER_PERSON; i++) {
            connection(SCHOOL, ACCOUNT, SIGN_IN, new HeldSocket());
        }
        assertNull(first.closed);

        connection(SCHOOL, ACCOUNT, SIGN_IN, new HeldSocket());

        assertEquals(CloseReason.REPLACED, first.closed);
        assertEquals(LiveConnections.PER_PERSON, connections.of(SCHOOL, ACCOUNT).size());
    }

    @Test
    void oneTabLeavesAndTheOtherStays() {
        HeldSocket left = new HeldSocket();
        HeldSocket stays = new HeldSocket();
        LiveConnection leaving = connection(SCHOOL, ACCOUNT, SIGN_IN, left);
        LiveConnection staying = connection(SCHOOL, ACCOUNT, SIGN_IN, stays);
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
        connection(SCHOOL, ACCOUNT, SIGN_IN, ended);
        connection(SCHOOL, ACCOUNT, UUID.randomUUID(), other);

        connections.end(SIGN_IN);

        assertEquals(CloseReason.NOT_SIGNED_IN, ended.closed);
        assertNull(other.closed);
    }

    @Test
    void whoeverHearsAnewKnocksAgainAndNobodyElse() {
        HeldSocket moved = new HeldSocket();
        HeldSocket other = new HeldSocket();
        connection(SCHOOL, ACCOUNT, SIGN_IN, moved);
        connection(SCHOOL, UUID.randomUUID(), UUID.randomUUID(), other);

        connections.knockAgain(Set.of(ACCOUNT, UUID.randomUUID()));

        assertEquals(CloseReason.UNAVAILABLE, moved.closed);
        assertNull(other.closed);
    }

    @Test
    void leavesNothingBehind() {
        LiveConnection only = connection(SCHOOL, ACCOUNT, SIGN_IN, new HeldSocket());
        connections.hear(only, "class:1", 0);

        connections.forget(only);
        connections.hear(only, "class:1", 0);

        assertNull(connections.room(SCHOOL, "class:1"));
        assertTrue(connections.all().isEmpty());
    }

    private LiveConnection connection(UUID school, UUID account, UUID signIn, HeldSocket socket) {
        Caller caller = new Caller(account, school, Set.of("student"), "Wanjiru M.");
        LiveConnection connection = new LiveConnection(caller, signIn, socket);
        connections.open(connection);
        return connection;
    }
}
