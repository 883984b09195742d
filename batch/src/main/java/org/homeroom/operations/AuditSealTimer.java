package org.homeroom.operations;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.homeroom.audit.AuditSealService;
import org.homeroom.tenancy.SchoolRound;
import org.homeroom.tenancy.SchoolService;

/**
 * Seals every school's audit, and the district's, soon after it was written, on one node of a
 * cluster.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditSealTimer {

    @Inject SchoolService schools;
    @Inject AuditSealService seals;

    /** Seals what was done since the last time. */
    @Schedule(hour = "*", minute = "*", second = "*/10", info = "audit-seal")
    public void seal() {
        SchoolRound.go(schools.tenants(), "sealing the audit", school -> sealAll());
    }

    private void sealAll() {
        while (seals.sealNext() > 0) {
            // A busy moment is sealed in several transactions.
        }
    }
}
