package org.homeroom.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * How the owner (migrations) and the application reach the database.
 *
 * @param url jdbc:postgresql://host:port/database
 */
public record DatabaseAccess(
        String url, String ownerUser, String ownerPassword, String appUser, String appPassword) {

    private static final int OLDEST = 15;

    static DatabaseAccess existing(Map<String, String> env) {
        String url = env.get("DB_URL");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new Refused("DB_URL must begin with jdbc:postgresql:, but is \"" + url + "\".");
        }
        return new DatabaseAccess(
                url,
                env.getOrDefault("DB_OWNER_USER", "homeroom_owner"),
                needed(env, "DB_OWNER_PASSWORD"),
                env.getOrDefault("DB_USER", "homeroom_app"),
                needed(env, "DB_PASSWORD"));
    }

    /**
     * Looks whether both roles get in and find what the migrations expect.
     *
     * @throws Refused with the first obstacle
     */
    void check() {
        try (Connection connection = connect(ownerUser, ownerPassword, "DB_OWNER");
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select to_regnamespace('homeroom_batch') is null")) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new Refused(
                        "Homeroom needs PostgreSQL "
                                + OLDEST
                                + " or newer, but "
                                + url
                                + " is "
                                + version
                                + ".");
            }
            found.next();
            if (found.getBoolean(1)) {
                throw new Refused(
                        "The database has no schemas for Homeroom: let its administrator run"
                                + " persistence/src/main/resources/db/roles.sql in it first.");
            }
            connect(appUser, appPassword, "DB").close();
        } catch (SQLException e) {
            throw new Refused("The database at " + url + " does not work: " + e.getMessage());
        }
    }

    private Connection connect(String user, String password, String variables) {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException e) {
            String reason = e.getMessage().replaceAll("\\.$", "");
            if (e.getSQLState() != null && e.getSQLState().startsWith("08")) {
                throw new Refused(
                        "No database answers at "
                                + url
                                + " ("
                                + reason
                                + "): start it or correct DB_URL.");
            }
            throw new Refused(
                    "The database at "
                            + url
                            + " does not let "
                            + user
                            + " in ("
                            + reason
                            + "): check "
                            + variables
                            + "_USER and "
                            + variables
                            + "_PASSWORD, and that db/roles.sql was run in it.");
        }
    }

    private static String needed(Map<String, String> env, String name) {
        String value = env.get(name);
        if (value == null || value.isBlank()) {
            throw new Refused("DB_URL is set, so " + name + " must be set too.");
        }
        return value;
    }
}
