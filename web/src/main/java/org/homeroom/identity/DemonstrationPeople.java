package org.homeroom.identity;

import java.util.List;
import java.util.Map;

/** Who may try the demonstration, with what (api.md, demonstration profile). */
public final class DemonstrationPeople {

    private static final String PASSWORD = "demo-Teacher-1";
    private static final List<Row> DISTRICT =
            List.of(
                    new Row("operator", "Operator", PASSWORD),
                    new Row("admin", "Platform admin", PASSWORD));
    private static final Map<String, List<Row>> STAFF =
            Map.of(
                    "riverbend",
                    List.of(
                            new Row("okello", "Teacher", PASSWORD),
                            new Row("principal", "School admin", PASSWORD),
                            new Row("parent", "Parent", PASSWORD),
                            new Row("operator", "Operator", PASSWORD)),
                    "lakeside",
                    List.of(
                            new Row("otieno", "Teacher", PASSWORD),
                            new Row("operator", "Operator", PASSWORD)));
    private static final Map<String, List<Row>> STUDENTS =
            Map.of("riverbend", List.of(new Row("wanjiru", "Student", "2468")));

    /** One person to try. Public for the page's expressions. */
    public record Row(String username, String role, String proof) {}

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
