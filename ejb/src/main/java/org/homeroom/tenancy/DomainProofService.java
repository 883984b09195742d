package org.homeroom.tenancy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/**
 * Asks DNS whether a domain is the school's, and a proved one for its certificate. Outside any
 * transaction: either may take seconds.
 */
@Stateless
@RolesAllowed({"school_admin", "platform_admin", "district_admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DomainProofService {

    @Inject DomainService domains;
    @Inject TxtRecords records;
    @Inject CertificateCheckService certificates;

    /**
     * Looks for the record and gives the school the domain when it is there.
     *
     * @throws Refusal not found, when nothing is asked for; conflict, when the record is not there
     *     (yet); with {@link ErrorCode#EXTERNAL_SERVICE_ERROR} when name servers do not answer
     */
    public DomainState verify() {
        DomainRequest asked = domains.current().request();
        if (asked == null) {
            throw Refusal.notFound();
        }
        if (!records.at(asked.recordName()).contains(asked.recordText())) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "The TXT record is not there yet. New records may take an hour to be seen; try again later.");
        }
        return domains.take(asked);
    }

    /**
     * Looks at the certificate of the school's own domain now.
     *
     * @throws Refusal not found, when the school has no domain
     */
    public DomainState checkCertificate() {
        DomainCertificate before = domains.current().certificate();
        if (before == null) {
            throw Refusal.notFound();
        }
        certificates.note(before, certificates.look(before.host()));
        return domains.current();
    }
}
