package org.homeroom.identity;

import java.util.List;
import java.util.Map;

/** Who may try the demonstration, with what (api.md, demonstration profile). */
public final class DemonstrationPeople {

    private static final String PASSWORD = "demo-Teacher-1";
    private static final List<Row> DISTRICT =
            List.of(
                    new Row("operator", Roles.OPERATOR, PASSWORD),
                    new Row("admin", Roles.PLATFORM_ADMIN, PASSWORD));
    private static final Map<String, List<Row>> STAFF =
            Map.of(
                    "riverbend",
                    List.of(
                            new Row("okello", Roles.TEACHER, PASSWORD),
                            new Row("principal", Roles.SCHOOL_ADMIN, PASSWORD),
                            new Row("parent", Roles.PARENT, PASSWORD),
                            new Row("operator", Roles.OPERATOR, PASSWORD)),
                    "lakeside",
                    List.of(
                            new Row("otieno", Roles.TEACHER, PASSWORD),
                            new Row("operator", Roles.OPERATOR, PASSWORD)));
    private static final Map<String, List<Row>> STUDENTS =
            Map.of(
                    "riverbend",
                    List.of(new Row("wanjiru", Roles.STUDENT, "2468", "blue kite seven")));

    /**
     * One person to try, by a name of {@link Roles}. Public for the page's expressions.
     *
     * @param passphrase a student's, null for others
     */
    public record Row(String username, String role, String proof, String passphrase) {

        Row(String username, String role, String proof) {
            this(username, role, proof, null);
        }
    }

    private DemonstrationPeople() {}

    /** Returns those who sign in on that tab of the school's page; none in an installed system. */
    static List<Row> of(String subdomain, boolean staff) {
        if (!Boolean.getBoolean("homeroom.demonstration")) {
            return List.of();
        }
        if (subdomain == null) {
            return staff ? DISTRICT : List.of();
        }
        return (staff ? STAFF : STUDENTS).getOrDefault(subdomain, List.of());
    }
}
