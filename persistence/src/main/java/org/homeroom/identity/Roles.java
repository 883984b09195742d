package org.homeroom.identity;

import java.util.Set;

/** What people are in a school (tenancy.md section 4). Constants, because annotations need them. */
public final class Roles {

    public static final String STUDENT = "student";
    public static final String TEACHER = "teacher";
    public static final String PARENT = "parent";
    public static final String STAFF = "staff";
    public static final String SCHOOL_ADMIN = "school_admin";
    public static final String DISTRICT_ADMIN = "district_admin";
    public static final String PLATFORM_ADMIN = "platform_admin";
    public static final String OPERATOR = "operator";

    /** The roles of people who live in the district's tenant and may enter every school's. */
    public static final Set<String> ACROSS_SCHOOLS =
            Set.of(DISTRICT_ADMIN, PLATFORM_ADMIN, OPERATOR);

    private Roles() {}
}
