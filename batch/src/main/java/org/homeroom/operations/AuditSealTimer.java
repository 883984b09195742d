package org.homeroom.operations;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.homeroom.audit.AuditSealService;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/** Seals every school's audit soon after it was written, on one node of a cluster. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditSealTimer {

    private static final System.Logger LOG = System.getLogger(AuditSealTimer.class.getName());

    @Inject SchoolService schools;
    @Inject AuditSealService seals;

    /** Seals what was done since the last time. */
    @Schedule(hour = "*", minute = "*", second = "*/10", info = "audit-seal")
    public void seal() {
        for (SchoolRef school : schools.active()) {
            try {
                TenantContext.runAs(school.id(), this::sealAll);
            } catch (RuntimeException e) {
                // One school's trouble is not another's.
                LOG.log(System.Logger.Level.ERROR, "audit of " + school.id() + " not sealed", e);
            }
        }
    }

    private void sealAll() {
        while (seals.sealNext() > 0) {
            // A busy moment is sealed in several transactions.
        }
    }
}
