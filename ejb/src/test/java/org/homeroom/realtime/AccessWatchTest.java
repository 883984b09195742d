package org.homeroom.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import java.util.UUID;
import org.homeroom.identity.AccessEnded;
import org.homeroom.identity.Caller;
import org.homeroom.tenancy.TenantContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessWatchTest {

    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID ACCOUNT = UUID.randomUUID();

    private final AccessWatch watch = new AccessWatch();
    private final HeldSocket socket = new HeldSocket();
    private final HeldSocket other = new HeldSocket();

    @BeforeEach
    void connect() {
        watch.connections = new LiveConnections();
        watch.nodes =
                new NodeLink() {
                    @Override
                    void pass(NodeNews news) {
                        assertEquals(SCHOOL, news.schoolId());
                        assertEquals(ACCOUNT, news.account());
                    }
                };
        connect(ACCOUNT, socket);
        connect(UUID.randomUUID(), other);
    }

    // A job's step commits after it has left the school.
    @Test
    void aJobsChangeClosesTheConnectionsThoughNoSchoolIsBoundAfterItsCommit() {
        AccessEnded[] fired = new AccessEnded[1];
        TenantContext.runAs(SCHOOL, () -> fired[0] = AccessEnded.here(ACCOUNT));
        assertNull(TenantContext.current());

        watch.close(fired[0]);

        assertEquals(CloseReason.UNAVAILABLE, socket.closed);
        assertNull(other.closed);
    }

    private void connect(UUID account, HeldSocket wire) {
        Caller caller = new Caller(account, SCHOOL, Set.of("student"), "Wanjiru M.");
        watch.connections.open(new LiveConnection(caller, UUID.randomUUID(), wire));
    }
}
