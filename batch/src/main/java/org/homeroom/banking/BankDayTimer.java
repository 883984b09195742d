package org.homeroom.banking;

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
 * Each minute books what has come due in the banks whose hour has come, on one node of a cluster.
 * After a time of standstill the periods of interest follow one after another, a minute apart.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BankDayTimer {

    private static final Logger LOG = System.getLogger(BankDayTimer.class.getName());

    @Inject SchoolService schools;
    @Inject BankDayService days;
    @Inject BankDayRun runs;

    /** Goes through all active schools; a failure in one does not keep the others waiting. */
    @Schedule(hour = "*", minute = "*", info = "banking-day")
    public void book() {
        SchoolRound.go(schools.active(), "what banks book by themselves", this::book);
    }

    private void book(SchoolRef school) {
        for (BankDay day : days.due()) {
            try {
                runs.book(day)
                        .ifPresent(
                                run ->
                                        LOG.log(
                                                Level.INFO,
                                                "{0} is booked by run {1}",
                                                day,
                                                run.id()));
            } catch (RuntimeException e) {
                // The school's other classes are booked all the same.
                LOG.log(Level.ERROR, day + " of school " + school.id() + " was not booked", e);
                days.waits(day, BankDayNote.FAILED);
            }
        }
    }
}
