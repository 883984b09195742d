package org.homeroom.launcher;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the person starting Homeroom may choose, from the environment, and where the build put
 * things.
 *
 * @param data holds the database and the server's own directory between runs
 * @param wildfly the unpacked distribution
 * @param ear the application to deploy
 * @param config the directory of the CLI scripts and server modules
 * @param existing an existing database, or null to start an embedded one
 * @param demonstration whether the demonstration district is loaded
 * @param javaOptions options for the server's JVM
 */
public record Settings(
        int httpPort,
        int managementPort,
        int databasePort,
        Path data,
        Path wildfly,
        Path ear,
        Path config,
        DatabaseAccess existing,
        boolean demonstration,
        String javaOptions) {

    /** Half a gigabyte of heap, of which an idle server gives back what it does not need. */
    private static final String JAVA_OPTIONS =
            "-Xms64m -Xmx512m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC"
                    + " -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:ReservedCodeCacheSize=128m";

    /**
     * Reads the environment.
     *
     * @throws Refused when a value cannot be used
     */
    public static Settings of(Map<String, String> env, Path root, Path wildfly, Path ear) {
        DatabaseAccess existing = env.containsKey("DB_URL") ? DatabaseAccess.existing(env) : null;
        return new Settings(
                port(env, "HOMEROOM_HTTP_PORT", 8080),
                port(env, "HOMEROOM_MANAGEMENT_PORT", 9990),
                port(env, "HOMEROOM_DB_PORT", 54329),
                Path.of(env.getOrDefault("HOMEROOM_DATA", root.resolve(".data").toString()))
                        .toAbsolutePath()
                        .normalize(),
                wildfly,
                ear,
                root.resolve("wildfly-config"),
                existing,
                Boolean.parseBoolean(
                        env.getOrDefault(
                                "HOMEROOM_DEMONSTRATION", String.valueOf(existing == null))),
                env.getOrDefault("HOMEROOM_JAVA_OPTS", JAVA_OPTIONS));
    }

    private static int port(Map<String, String> env, String name, int usual) {
        String value = env.getOrDefault(name, String.valueOf(usual));
        if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > 65535) {
            throw new Refused(name + " must be a port from 1 to 65535, but is \"" + value + "\".");
        }
        return Integer.parseInt(value);
    }

    /** The server's own directory: configuration, deployments, log. */
    public Path serverBase() {
        return data.resolve("server");
    }

    /** The address that people open. */
    public String address() {
        return "http://localhost:" + httpPort + "/";
    }
}
