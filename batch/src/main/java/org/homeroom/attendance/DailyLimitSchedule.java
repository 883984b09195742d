package org.homeroom.attendance;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolRound;
import org.homeroom.tenancy.SchoolService;

/**
 * Ends sessions at the daily limit each hour, school by school, so that a forgotten tap-out is
 * stamped even when nobody looks at the class. Persistent, so that one node of a cluster does it.
 */
@Singleton
@PermitAll
public class DailyLimitSchedule {

    private static final Logger LOG = System.getLogger(DailyLimitSchedule.class.getName());

    @Inject SchoolService schools;
    @Inject DailyLimitService limits;

    /** Goes through all active schools; a failure in one does not keep the others waiting. */
    @Schedule(hour = "*", info = "attendance-daily-limit")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void closeSessions() {
        SchoolRound.go(schools.active(), "the daily limit", this::close);
    }

    private void close(SchoolRef school) {
        int closed = limits.closeAll();
        if (closed > 0) {
            LOG.log(Level.INFO, "Daily limit ended {0} sessions in {1}", closed, school.name());
        }
    }
}
