package org.homeroom.tenancy;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/**
 * A school as every request needs it. The district itself is the school of kind {@code district},
 * the home of people who work across schools.
 *
 * @param subdomain the host label, null for the district
 * @param kind {@code school} or {@code district}
 * @param status {@code active} or {@code suspended}
 * @param modules names of {@link Modules} that the school uses
 */
public record SchoolRef(
        UUID id,
        String name,
        String subdomain,
        ZoneId zone,
        String language,
        String kind,
        String status,
        Set<String> modules) {

    public SchoolRef {
        modules = Set.copyOf(modules);
    }

    /** A school that uses every module. */
    public SchoolRef(
            UUID id,
            String name,
            String subdomain,
            ZoneId zone,
            String language,
            String kind,
            String status) {
        this(id, name, subdomain, zone, language, kind, status, Modules.ALL);
    }

    /** Tells whether people may use it. */
    public boolean isActive() {
        return "active".equals(status);
    }

    /** Tells whether it is the district's own tenant. */
    public boolean isDistrict() {
        return "district".equals(kind);
    }
}
