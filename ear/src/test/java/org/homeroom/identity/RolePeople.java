package org.homeroom.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.TestServer;
import org.homeroom.launcher.DatabaseAccess;

/** Makes somebody of each role, at Lakeside or at the district. */
final class RolePeople {

    static final String PASSWORD = "Correct-horse-1";
    private static final String ADMIN_PASSWORD = "demo-Teacher-1";

    private RolePeople() {}

    /** Makes a person and returns their user name. */
    static String make(String role) throws SQLException {
        boolean district = Roles.ACROSS_SCHOOLS.contains(role);
        Client admin = Client.signIn(district ? "" : "lakeside", "admin", ADMIN_PASSWORD);
        boolean given = district || invited().contains(role);
        String username = "p" + UUID.randomUUID();
        JsonNode person =
                admin.post(
                                "/users",
                                Map.of(
                                        "username",
                                        username,
                                        "name",
                                        "Somebody Special",
                                        "password",
                                        PASSWORD,
                                        "roles",
                                        List.of(given ? role : Roles.STAFF)))
                        .ok(201);
        if (!given) {
            become(person.get("id").asText(), role);
        }
        return username;
    }

    /** Signs the person in at a host. */
    static Client signIn(String subdomain, String username) {
        return Client.signIn(subdomain, username, PASSWORD);
    }

    private static List<String> invited() {
        return List.of(
                Roles.GUEST,
                Roles.PARENT,
                Roles.PARTNER,
                Roles.STAFF,
                Roles.TEACHER,
                Roles.SCHOOL_ADMIN);
    }

    // Students come by their class's code, devices and try-out students by their teacher.
    private static void become(String account, String role) throws SQLException {
        DatabaseAccess database = TestServer.get().database();
        try (Connection app =
                DriverManager.getConnection(
                        database.url(), database.appUser(), database.appPassword())) {
            app.setAutoCommit(false);
            run(
                    app,
                    "select set_config('app.school_id', (select id::text from homeroom.tenancy_school"
                            + " where subdomain = ?), true)",
                    "lakeside");
            run(app, "delete from homeroom.identity_role where account_id = ?::uuid", account);
            run(
                    app,
                    "insert into homeroom.identity_role (school_id, account_id, role) values"
                            + " (homeroom.current_school(), ?::uuid, ?)",
                    account,
                    role);
            app.commit();
        }
    }

    private static void run(Connection connection, String sql, String... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
