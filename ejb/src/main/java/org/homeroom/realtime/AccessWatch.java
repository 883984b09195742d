package org.homeroom.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import org.homeroom.identity.AccessEnded;
import org.homeroom.tenancy.TenantContext;

/**
 * Closes the live connections of somebody who was signed out, here and on every other node. Pages
 * that are still signed in come back at once; the others are told to sign in.
 */
@ApplicationScoped
public class AccessWatch {

    /** What nodes tell each other; browsers never hear it. */
    static final String NEWS = "access_ended";

    @Inject LiveConnections connections;
    @Inject NodeLink nodes;

    void close(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessEnded access) {
        if (access.here()) {
            nodes.pass(
                    NodeNews.person(TenantContext.require(), access.accountId(), NEWS, Map.of()));
        }
        connections.knockAgain(access.accountId());
    }
}
