package org.homeroom.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people are in a school (tenancy.md section 4, learning.md section 1). Constants, because
 * annotations need them; what each may do stands in {@code Permission}.
 */
public final class Roles {

    public static final String STUDENT = "student";
    public static final String TEACHER = "teacher";
    public static final String PARENT = "parent";
    public static final String STAFF = "staff";
    public static final String PARTNER = "partner";
    public static final String SCHOOL_ADMIN = "school_admin";
    public static final String DISTRICT_ADMIN = "district_admin";
    public static final String PLATFORM_ADMIN = "platform_admin";
    public static final String OPERATOR = "operator";

    /** Somebody who is invited to talk for a day and to nothing else. */
    public static final String GUEST = "guest";

    /** A student in a class that a teacher tries things out in; gone after ten minutes. */
    public static final String DEMONSTRATION_STUDENT = "demonstration_student";

    /** A device on a wall, not a person. */
    public static final String KIOSK = "kiosk";

    /** Every role there is, the weakest first. */
    public static final List<String> ALL =
            List.of(
                    KIOSK,
                    GUEST,
                    DEMONSTRATION_STUDENT,
                    STUDENT,
                    PARENT,
                    PARTNER,
                    STAFF,
                    TEACHER,
                    SCHOOL_ADMIN,
                    OPERATOR,
                    DISTRICT_ADMIN,
                    PLATFORM_ADMIN);

    /** The roles of people who live in the district's tenant and may enter every school's. */
    public static final Set<String> ACROSS_SCHOOLS =
            Set.of(DISTRICT_ADMIN, PLATFORM_ADMIN, OPERATOR);

    // Administrators of the platform may everything (tenancy.md section 4).
    private static final Map<String, String> INCLUDED =
            Map.of(PLATFORM_ADMIN, SCHOOL_ADMIN, DEMONSTRATION_STUDENT, STUDENT);

    private Roles() {}

    /** Returns the roles and those that they include, for rules about one thing of a school. */
    public static Set<String> withIncluded(Set<String> roles) {
        Set<String> all = new HashSet<>(roles);
        roles.stream().filter(INCLUDED::containsKey).map(INCLUDED::get).forEach(all::add);
        return all;
    }
}
