package org.homeroom.tenancy;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.SchoolClock;

/**
 * Keeps what is known of the certificate of the bound school's own domain. Open to the timer, which
 * is nobody; who else may ask is decided by {@link DomainProofService}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CertificateCheckService {

    @Inject DomainRepository domains;
    @Inject Certificates certificates;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /** Returns what is known; empty without a proved domain. */
    public Optional<DomainCertificate> known() {
        return domains.certificate();
    }

    /** Looks at the host's certificate, outside any transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SeenCertificate look(String host) {
        return certificates.of(host);
    }

    /**
     * Notes what was seen, unless the school has another domain by now.
     *
     * @param before what was known; the audit says what changed since, and nothing else
     */
    public void note(DomainCertificate before, SeenCertificate seen) {
        if (domains.note(before.host(), seen, clock.now())
                && (before.checkedAt() == null || !Objects.equals(before.seen(), seen))) {
            audit.record(
                    "tenancy.certificate.seen",
                    "school",
                    TenantContext.require(),
                    before.checkedAt() == null ? null : state(before.seen()),
                    state(seen));
        }
    }

    private static Map<String, Object> state(SeenCertificate seen) {
        Map<String, Object> state = new HashMap<>();
        state.put("expires_at", seen.expiresAt());
        state.put("problem", seen.problem());
        return state;
    }
}
