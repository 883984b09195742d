package org.homeroom.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs db/roles.sql, the script that a district's database administrator runs with psql.
 *
 * @param ownerPassword password for homeroom_owner
 * @param appPassword password for homeroom_app
 * @param platformPassword password for homeroom_platform
 */
public record Roles(String ownerPassword, String appPassword, String platformPassword) {

    /** Creates roles and schemas unless they are there; the connection is a superuser's. */
    public void create(Connection superuser) throws SQLException, IOException {
        try (Statement statement = superuser.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery(
                            "select 1 from pg_namespace where nspname = 'homeroom_batch'")) {
                if (found.next()) {
                    return;
                }
            }
            superuser.setAutoCommit(false);
            statement.execute(script());
            superuser.commit();
        }
    }

    private String script() throws IOException {
        try (InputStream in = Roles.class.getResourceAsStream("/db/roles.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":'owner_password'", quoted(ownerPassword))
                    .replace(":'app_password'", quoted(appPassword))
                    .replace(":'platform_password'", quoted(platformPassword));
        }
    }

    private static String quoted(String password) {
        return "'" + password.replace("'", "''") + "'";
    }
}
