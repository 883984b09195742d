package org.homeroom.tenancy;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds schools. Open to everybody: which schools exist is public, as the names of their hosts are.
 */
@Stateless
@PermitAll
public class SchoolService {

    @Inject SchoolRepository schools;

    /** Finds by the host label, in any capitals. */
    public Optional<SchoolRef> bySubdomain(String subdomain) {
        return schools.bySubdomain(subdomain.toLowerCase(java.util.Locale.ROOT));
    }

    /** Finds by its own domain, lower case and in ASCII; one that is not proved leads nowhere. */
    public Optional<SchoolRef> byDomain(String domain) {
        return schools.byDomain(domain);
    }

    /** Finds by id, the district included. */
    public Optional<SchoolRef> byId(UUID id) {
        return schools.byId(id);
    }

    /** Finds by what people type where a school is asked for: its subdomain or its id. */
    public Optional<SchoolRef> named(String subdomainOrId) {
        try {
            return byId(UUID.fromString(subdomainOrId));
        } catch (IllegalArgumentException e) {
            return bySubdomain(subdomainOrId);
        }
    }

    /** Returns the district's own tenant; empty before the installation is set up. */
    public Optional<SchoolRef> district() {
        return schools.district();
    }

    /** Lists the schools that people may enter, in order of name. */
    public List<SchoolRef> active() {
        return schools.schools().stream().filter(SchoolRef::isActive).toList();
    }

    /** Lists the schools, closed ones too, and the district's own tenant. */
    public List<SchoolRef> tenants() {
        return schools.tenants();
    }

    /** Lists the schools that exist for the isolation report alone; what they do is nobody's. */
    public List<SchoolRef> canaries() {
        return schools.canaries();
    }

    /**
     * Adds a school without limits, or the district's own tenant, when a district is set up.
     *
     * @return false when another school has the subdomain; nothing is added then
     */
    @RolesAllowed({"platform_admin", "district_admin"})
    public boolean add(SchoolRef school) {
        return schools.add(school, new SchoolLimits(null, null));
    }
}
