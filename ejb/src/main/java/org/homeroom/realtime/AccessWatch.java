package org.homeroom.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.homeroom.identity.AccessEnded;

/**
 * Closes the live connections of people who were signed out or who came into other rooms, here and
 * on every other node. Pages that are still signed in come back at once and hear what is theirs
 * now; the others are told to sign in.
 */
@ApplicationScoped
public class AccessWatch {

    /** What nodes tell each other; browsers never hear it. */
    static final String NEWS = "access_ended";

    @Inject LiveConnections connections;
    @Inject NodeLink nodes;

    void close(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessEnded access) {
        if (access.here()) {
            UUID school = access.schoolId();
            access.accountIds()
                    .forEach(id -> nodes.pass(NodeNews.person(school, id, NEWS, Map.of())));
        }
        connections.knockAgain(access.accountIds());
    }
}
