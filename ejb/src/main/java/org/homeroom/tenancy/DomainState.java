package org.homeroom.tenancy;

/**
 * Where a school stands with a domain of its own.
 *
 * @param verified the domain that leads to it, null without one
 * @param request what it asks for, null when it asks for nothing
 * @param certificate of the verified domain, null without one
 */
public record DomainState(String verified, DomainRequest request, DomainCertificate certificate) {}
