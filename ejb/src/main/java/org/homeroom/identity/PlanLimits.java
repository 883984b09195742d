package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.SchoolLimits;
import org.homeroom.tenancy.SchoolRepository;
import org.homeroom.tenancy.TenantContext;

/** Keeps a school within what its plan allows (tenancy.md section 6). Parents are not counted. */
@ApplicationScoped
public class PlanLimits {

    private static final Set<String> STAFF = Set.of(Roles.TEACHER, Roles.STAFF, Roles.SCHOOL_ADMIN);
    private static final Set<String> STUDENTS = Set.of(Roles.STUDENT);

    @Inject SchoolRepository schools;
    @Inject PeopleRepository people;

    /**
     * Requires a place for one more person with these roles and holds it until the commit.
     *
     * @throws Refusal with {@link ErrorCode#PLAN_LIMIT_REACHED}
     */
    public void requireRoom(Set<String> roles) {
        UUID school = TenantContext.require();
        boolean student = roles.contains(Roles.STUDENT);
        boolean counted = student || roles.stream().anyMatch(STAFF::contains);
        if (counted && limit(schools.limits(school), student) != null) {
            // Others who come in at the same time wait here and count again.
            Integer limit = limit(schools.lockLimits(school), student);
            if (limit != null && people.countEnabled(student ? STUDENTS : STAFF) >= limit) {
                throw new Refusal(
                        ErrorCode.PLAN_LIMIT_REACHED,
                        "Your school's plan has room for "
                                + limit
                                + (student ? " students. " : " staff. ")
                                + "Ask your district for more.");
            }
        }
    }

    /** Tells whether people with these roles take a place of the staff. */
    static boolean isStaff(Set<String> roles) {
        return roles.stream().anyMatch(STAFF::contains);
    }

    private static Integer limit(SchoolLimits limits, boolean student) {
        return student ? limits.students() : limits.staff();
    }
}
