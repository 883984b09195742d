package org.homeroom.ledger;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.TenantContext;

/** Seals every school's books a few seconds after they were written, on one node of a cluster. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JournalSealTimer {

    private static final System.Logger LOG = System.getLogger(JournalSealTimer.class.getName());

    @Inject JournalSealService seals;

    /** Seals what was posted since the last time. */
    @Schedule(hour = "*", minute = "*", second = "*/5", info = "ledger-seal")
    public void seal() {
        eachSchool(
                school -> {
                    while (seals.sealNext() > 0) {
                        // A busy moment is sealed in several transactions.
                    }
                });
    }

    /** Keeps sums over years of postings short. */
    @Schedule(hour = "2", minute = "10", info = "ledger-snapshot")
    public void takeSnapshots() {
        eachSchool(seals::takeSnapshot);
    }

    // One school's trouble is not another's.
    private void eachSchool(Consumer<SchoolRef> work) {
        for (SchoolRef school : seals.schools()) {
            try {
                TenantContext.runAs(school.id(), () -> work.accept(school));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "ledger work failed for " + school.id(), e);
            }
        }
    }
}
