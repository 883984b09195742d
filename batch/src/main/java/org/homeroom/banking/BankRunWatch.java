package org.homeroom.banking;

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
 * Finds bonuses, fees and interest that say they are running while nobody works on them, each
 * minute, on one node of a cluster. A bonus has no job that would be begun again after a crash.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BankRunWatch {

    private static final System.Logger LOG = System.getLogger(BankRunWatch.class.getName());

    @Inject SchoolService schools;
    @Inject BankRunStepService steps;

    /** Goes through all active schools; a failure in one does not keep the others waiting. */
    @Schedule(hour = "*", minute = "*", info = "banking-watch")
    public void look() {
        SchoolRound.go(schools.active(), "the watch over bank runs", school -> failStill());
    }

    private void failStill() {
        List<UUID> still = steps.failStill();
        if (!still.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "bank runs stood still: {0}", still);
        }
    }
}
