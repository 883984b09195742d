package org.homeroom.payroll;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeroom.tenancy.SchoolRound;
import org.homeroom.tenancy.SchoolService;

/**
 * Finds pay runs that say they are running while nobody works on them, each minute, on one node of
 * a cluster. What a job has to say of its end does not arrive when the server or the database falls
 * in the middle of it.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PayRunWatch {

    private static final System.Logger LOG = System.getLogger(PayRunWatch.class.getName());

    @Inject SchoolService schools;
    @Inject PayRunStepService steps;

    /** Goes through all active schools; a failure in one does not keep the others waiting. */
    @Schedule(hour = "*", minute = "*", info = "payroll-watch")
    public void look() {
        SchoolRound.go(schools.active(), "the watch over pay runs", school -> failStill());
    }

    private void failStill() {
        List<UUID> still = steps.failStill();
        if (!still.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "pay runs stood still: {0}", still);
        }
    }
}
