package org.homeroom.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a delivered roster says, as far as it is used here. Rows without a sourcedId or with one
 * that an earlier row has are not among these.
 *
 * @param births birth dates by user, which only their sum is kept of
 * @param ids sourcedIds of each file, of rows that cannot be used too
 * @param counts rows of the files
 */
record OneRosterContent(
        OneRosterManifest manifest,
        List<Org> orgs,
        List<User> users,
        List<Role> roles,
        List<Course> classes,
        List<Place> enrollments,
        Map<String, LocalDate> births,
        Map<OneRosterTable, Set<String>> ids,
        RosterDelivery.Counts counts) {

    /** Tells whether the file has a row with this sourcedId. */
    boolean names(OneRosterTable table, String id) {
        return ids.getOrDefault(table, Set.of()).contains(id);
    }

    /** A school, a part of one, or what schools belong to. */
    record Org(int line, String id, boolean leaves, String name, String type, String parentId) {

        boolean isSchool() {
            return type.equals("school");
        }
    }

    /** A person; the username may come from the e-mail address or the sourcedId. */
    record User(
            int line,
            String id,
            boolean leaves,
            boolean enabled,
            String username,
            String givenName,
            String familyName) {}

    /** What a person is somewhere; {@code role} as we name it. */
    record Role(String file, int line, String userId, String orgId, String role, boolean leaves) {}

    /** A class. */
    record Course(
            int line, String id, boolean leaves, String title, String period, String schoolId) {}

    /** A person's place in a class; {@code schoolId} may be empty. */
    record Place(
            int line,
            String id,
            boolean leaves,
            String classId,
            String userId,
            String schoolId,
            String role,
            boolean primary) {}
}
