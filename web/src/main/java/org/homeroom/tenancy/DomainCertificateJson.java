package org.homeroom.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * The certificate of a school's own domain on the wire.
 *
 * @param state as {@link DomainCertificate#stateAt} names it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DomainCertificateJson(
        String state, @Nullable Instant checkedAt, @Nullable Instant expiresAt) {

    static DomainCertificateJson of(DomainCertificate certificate, Instant now) {
        return new DomainCertificateJson(
                certificate.stateAt(now), certificate.checkedAt(), certificate.seen().expiresAt());
    }
}
