package org.homeroom.tenancy;

import java.sql.Connection;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Announces the school whenever EclipseLink takes a connection for a transaction. */
public class TenantSessionListener extends SessionEventAdapter {

    @Override
    public void postAcquireConnection(SessionEvent event) {
        Connection connection = ((DatabaseAccessor) event.getResult()).getConnection();
        TenantTransaction.announce(connection);
    }
}
