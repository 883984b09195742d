package org.homeroom.tenancy;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Looks every night at the certificates of schools' own domains, on one node of a cluster, so that
 * administrators are warned before one ends.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CertificateTimer {

    @Inject SchoolService schools;
    @Inject CertificateCheckService certificates;

    /** Looks at all of them, one after the other. */
    @Schedule(hour = "3", minute = "20", info = "domain-certificates")
    public void look() {
        SchoolRound.go(schools.active(), "looking at a certificate", school -> lookAtOne());
    }

    private void lookAtOne() {
        certificates
                .known()
                .ifPresent(before -> certificates.note(before, certificates.look(before.host())));
    }
}
