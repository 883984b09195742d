package org.homeroom.tenancy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * A school's own domain, asked for here and proved by {@link DomainProofService}. Until then it
 * leads nowhere (tenancy.md section 2).
 */
@Stateless
@RolesAllowed({"school_admin", "platform_admin", "district_admin"})
public class DomainService {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 20;
    private static final String SUBJECT = "school";

    @Inject DomainRepository domains;
    @Inject SchoolRepository schools;
    @Inject AuditService audit;
    @Inject SchoolClock clock;
    @Inject Event<SchoolChanged> changed;

    /** Returns where the school stands. */
    public DomainState current() {
        DomainCertificate certificate = domains.certificate().orElse(null);
        return new DomainState(
                certificate == null ? null : certificate.host(),
                domains.requested().orElse(null),
                certificate);
    }

    /**
     * Asks for a domain, in place of one that was asked for before.
     *
     * @throws Refusal naming {@code host}
     */
    public DomainState request(String host) {
        SchoolRef school = schools.byId(TenantContext.require()).orElseThrow();
        if (!school.kind().equals("school")) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "The district has the name of the installation. Ask at the address of a school.");
        }
        String base = System.getProperty("homeroom.base-domain", "localhost");
        String name = DomainRules.require(host, base.toLowerCase(Locale.ROOT));
        DomainState before = current();
        domains.request(new DomainRequest(name, token(), clock.now()));
        return told("tenancy.domain.requested", before);
    }

    /**
     * Gives the school the domain that it has just proved.
     *
     * @throws Refusal when it asks for another one meanwhile, or another school has this one
     */
    public DomainState take(DomainRequest proved) {
        DomainState before = current();
        if (!domains.forget(proved)) {
            throw new Refusal(
                    ErrorCode.CONFLICT, "Another domain is asked for by now. Look again.");
        }
        if (!domains.give(proved.host())) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "host",
                    "Another school has this domain. Ask your district.");
        }
        return told("tenancy.domain.verified", before);
    }

    /**
     * Takes the domain off the school, and what is asked for.
     *
     * @throws Refusal not found, when there is neither
     */
    public DomainState drop() {
        DomainState before = current();
        boolean had = domains.take();
        boolean asked = before.request() != null && domains.forget(before.request());
        if (!had && !asked) {
            throw Refusal.notFound();
        }
        return told("tenancy.domain.dropped", before);
    }

    private DomainState told(String action, DomainState before) {
        DomainState after = current();
        audit.record(action, SUBJECT, TenantContext.require(), state(before), state(after));
        if (!Objects.equals(before.verified(), after.verified())) {
            changed.fire(new SchoolChanged(TenantContext.require(), true));
        }
        return after;
    }

    private static Map<String, String> state(DomainState domain) {
        Map<String, String> state = new HashMap<>();
        state.put("verified", domain.verified());
        state.put("requested", domain.request() == null ? null : domain.request().host());
        return state;
    }

    private static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
