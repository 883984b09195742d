package org.homeroom.attendance;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;
import org.homeroom.tenancy.SchoolZoneMoved;
import org.homeroom.tenancy.TenantContext;

/**
 * When a school moves to another time zone, days of its classes begin at another midnight: where
 * students stand is counted anew behind the request. What a stopping server leaves over is counted
 * at each student's next tap, which finds another day.
 */
@ApplicationScoped
public class ZoneFollower {

    private static final System.Logger LOG = System.getLogger(ZoneFollower.class.getName());

    @Resource ManagedExecutorService executor;

    @Inject StandingService standings;

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) SchoolZoneMoved school) {
        executor.execute(
                () ->
                        TenantContext.runAs(
                                school.schoolId(),
                                () -> standings.followingTheSchool().forEach(this::recount)));
    }

    private void recount(UUID classId) {
        try {
            standings.recount(classId);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "counting class " + classId + " anew failed", e);
        }
    }
}
