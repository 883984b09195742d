package org.homeroom.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.homeroom.tenancy.SchoolChanged;

/** Closes the live connections of a school that was closed. */
@ApplicationScoped
public class SchoolDoors {

    @Inject LiveConnections connections;

    void close(@Observes(during = TransactionPhase.AFTER_SUCCESS) SchoolChanged school) {
        if (!school.active()) {
            connections.all().stream()
                    .filter(connection -> connection.schoolId().equals(school.schoolId()))
                    .forEach(connection -> connection.close(CloseReason.NOT_ADMITTED));
        }
    }
}
