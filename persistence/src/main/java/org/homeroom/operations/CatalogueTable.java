package org.homeroom.operations;

import java.util.Set;

/**
 * A table or view that the server's role can touch.
 *
 * @param ofSchools whether it has a {@code school_id}
 * @param guarded whether row-level security is on and forced
 * @param asInvoker whether a view asks with the rights of who looks at it
 * @param readable whether the role may read it
 */
public record CatalogueTable(
        String name,
        boolean ofSchools,
        boolean view,
        boolean guarded,
        boolean asInvoker,
        boolean readable) {

    // Which schools there are is public, and master keys are known by their ids alone; the job
    // repository knows ids of schools and no more.
    private static final Set<String> OF_THE_PLATFORM =
            Set.of("tenancy_school", "flyway_schema_history", "privacy_master_key");
    private static final String JOB_REPOSITORY = "homeroom_batch.";

    /** Returns in words what is wrong with how it stands in the catalogue, null for nothing. */
    public String fault() {
        if (!ofSchools) {
            return OF_THE_PLATFORM.contains(name) || name.startsWith(JOB_REPOSITORY)
                    ? null
                    : "belongs to no school and is not known as the platform's";
        }
        if (view) {
            return asInvoker ? null : "is a view with the rights of its owner";
        }
        return guarded ? null : "has no forced row-level security";
    }
}
