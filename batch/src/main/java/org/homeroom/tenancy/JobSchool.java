package org.homeroom.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/**
 * Finds the school that a job's parameter names. Artifacts look once, before they work: afterwards
 * their transaction belongs to that school.
 */
@ApplicationScoped
public class JobSchool {

    @Inject SchoolService schools;

    /**
     * Returns the school's id.
     *
     * @param school its id, or its subdomain for a job started by hand; may be null
     * @throws Refusal when there is no such school
     */
    public UUID id(String school) {
        if (school == null || school.isBlank()) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "school",
                    "This job needs a school. Give its subdomain or id.");
        }
        return schools.named(school)
                .map(SchoolRef::id)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        ErrorCode.VALIDATION_ERROR,
                                        "school",
                                        "There is no school "
                                                + school
                                                + ". Give its subdomain or id."));
    }
}
