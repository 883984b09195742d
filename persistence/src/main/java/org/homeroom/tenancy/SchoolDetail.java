package org.homeroom.tenancy;

import java.time.Instant;

/**
 * A school as its administrators see it.
 *
 * @param suspendedAt since when it is closed, null while it is open; likewise the reason
 * @param certificate of its own domain, null while it has none
 * @param version grows with every change
 */
public record SchoolDetail(
        SchoolRef ref,
        SchoolLimits limits,
        Instant createdAt,
        Instant suspendedAt,
        String suspendedReason,
        DomainCertificate certificate,
        long version) {}
