package org.homeroom.ledger;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.homeroom.tenancy.SchoolRound;

/** Seals every school's books a few seconds after they were written, on one node of a cluster. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JournalSealTimer {

    @Inject JournalSealService seals;

    /** Seals what was posted since the last time. */
    @Schedule(hour = "*", minute = "*", second = "*/5", info = "ledger-seal")
    public void seal() {
        SchoolRound.go(
                seals.schools(),
                "sealing the journal",
                school -> {
                    while (seals.sealNext() > 0) {
                        // A busy moment is sealed in several transactions.
                    }
                });
    }

    /** Keeps sums over years of postings short. */
    @Schedule(hour = "2", minute = "10", info = "ledger-snapshot")
    public void takeSnapshots() {
        SchoolRound.go(seals.schools(), "the snapshot of the ledger", seals::takeSnapshot);
    }
}
