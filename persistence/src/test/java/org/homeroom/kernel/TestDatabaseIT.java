package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The schema as the application's role finds it; the list of tables comes from the catalogue. */
class TestDatabaseIT {

    private static final String LEAKS =
            """
            select c.oid::regclass::text from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id' and not a.attisdropped
            where c.relkind in ('r', 'p', 'm') and c.relnamespace = 'homeroom'::regnamespace
              and not (c.relrowsecurity and c.relforcerowsecurity)
            """;

    @Test
    void everyTableOfASchoolForcesRowLevelSecurity() throws Exception {
        try (Connection owner = TestDatabase.get().owner()) {
            assertEquals(List.of(), strings(owner, LEAKS));
        }
    }

    @Test
    void withoutASchoolTheApplicationSeesNoRow() throws Exception {
        TestDatabase database = TestDatabase.get();
        try (Connection app = database.app()) {
            for (String table : tenantTables(app)) {
                assertEquals(
                        List.of(), strings(app, "select 'row' from " + table + " limit 1"), table);
            }
        }
    }

    @Test
    void theApplicationOwnsNothingAndBypassesNothing() throws Exception {
        UUID school = TestDatabase.get().newSchool();
        try (Connection app = TestDatabase.get().asSchool(school)) {
            assertEquals(
                    List.of("f"),
                    strings(
                            app,
                            "select (rolsuper or rolbypassrls)::text::char from pg_roles where rolname ="
                                    + " current_user"));
            assertEquals(
                    List.of(),
                    strings(
                            app,
                            "select relname from pg_class where relowner = current_user::regrole"));
            assertFalse(tenantTables(app).isEmpty());
        }
    }

    private static List<String> tenantTables(Connection app) throws Exception {
        return strings(
                app,
                "select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid ="
                        + " c.oid and a.attname = 'school_id' where c.relkind in ('r', 'p') and"
                        + " has_table_privilege(c.oid, 'select')");
    }

    private static List<String> strings(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
