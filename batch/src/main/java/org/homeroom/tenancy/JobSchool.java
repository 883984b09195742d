package org.homeroom.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Binds a batch artifact's thread to the school that the job's parameter names. Every artifact does
 * it in every call, because nothing else does.
 */
@ApplicationScoped
public class JobSchool {

    @Inject SchoolService schools;

    /**
     * Runs the work for the school.
     *
     * @param school its id, or its subdomain for a job started by hand
     * @throws IllegalArgumentException when there is no such school
     */
    public <T> T call(String school, Callable<T> work) throws Exception {
        return TenantContext.callAs(id(school), work);
    }

    private UUID id(String school) {
        try {
            return UUID.fromString(school);
        } catch (IllegalArgumentException e) {
            return schools.bySubdomain(school)
                    .map(SchoolRef::id)
                    .orElseThrow(
                            () -> new IllegalArgumentException("there is no school " + school));
        }
    }
}
