package org.homeroom.launcher;

import java.util.Map;

/**
 * How the owner (migrations) and the application reach the database.
 *
 * @param url jdbc:postgresql://host:port/database
 */
public record DatabaseAccess(
        String url, String ownerUser, String ownerPassword, String appUser, String appPassword) {

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

    private static String needed(Map<String, String> env, String name) {
        String value = env.get(name);
        if (value == null || value.isBlank()) {
            throw new Refused("DB_URL is set, so " + name + " must be set too.");
        }
        return value;
    }
}
