package org.homeroom.payroll;

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
 * Each minute pays the classes whose pay day has come, of their own or by a schedule, on one node
 * of a cluster. After a time of standstill the newest pay day is paid, and what was due before it
 * with it.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PayDayTimer {

    private static final Logger LOG = System.getLogger(PayDayTimer.class.getName());

    @Inject SchoolService schools;
    @Inject PayDayService days;
    @Inject PayPlan plan;
    @Inject PayDayRun runs;

    /** Goes through all active schools; a failure in one does not keep the others waiting. */
    @Schedule(hour = "*", minute = "*", info = "payroll-pay-day")
    public void pay() {
        SchoolRound.go(schools.active(), "pay day", this::pay);
    }

    private void pay(SchoolRef school) {
        for (PayDay day : days.due(plan.holding())) {
            try {
                runs.pay(day)
                        .ifPresent(
                                run ->
                                        LOG.log(
                                                Level.INFO,
                                                "{0} is paid by run {1}",
                                                day,
                                                run.id()));
            } catch (RuntimeException e) {
                // The school's other classes are paid all the same.
                LOG.log(Level.ERROR, day + " of school " + school.id() + " was not paid", e);
                days.waits(day, PayDayNote.FAILED);
            }
        }
    }
}
