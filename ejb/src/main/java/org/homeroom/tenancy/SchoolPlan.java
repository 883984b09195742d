package org.homeroom.tenancy;

import java.util.Set;

/**
 * What administrators want a school to be.
 *
 * @param zone an IANA zone such as {@code Africa/Nairobi}
 * @param language en, sw, es or fr
 * @param modules names of {@link Modules}
 * @param limits null in it where nothing is agreed
 */
public record SchoolPlan(
        String name,
        String subdomain,
        String zone,
        String language,
        Set<String> modules,
        SchoolLimits limits) {}
