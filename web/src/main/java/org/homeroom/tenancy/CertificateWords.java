package org.homeroom.tenancy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;

/** Says how the certificate of a school's own domain stands, and what to do. */
@Named
@RequestScoped
public class CertificateWords {

    private static final Texts TEXTS = Texts.of("tenancy");

    @Inject SchoolClock clock;
    @Inject Show show;
    @Inject Places places;

    /** Tells whether somebody must look after it. */
    public boolean warns(DomainCertificate certificate) {
        return certificate.warnsAt(clock.now());
    }

    /** Says how it stands; days are those of the school or district at whose address one is. */
    public String of(DomainCertificate certificate) {
        Instant end = certificate.seen().expiresAt();
        String state = certificate.stateAt(clock.now());
        return TEXTS.get("domain.certificate." + state, certificate.host(), show.day(end, zone()));
    }

    private ZoneId zone() {
        return places.of(TenantContext.require()).orElseThrow().school().zone();
    }
}
