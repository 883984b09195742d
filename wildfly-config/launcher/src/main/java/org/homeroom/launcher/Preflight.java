package org.homeroom.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks before anything is started, so that each usual obstacle gets one clear sentence. */
final class Preflight {
    private static final long NEEDED_BYTES = 700L * 1024 * 1024;

    private Preflight() {}

    static void check(Settings settings) throws IOException {
        java(Runtime.version().feature());
        port(settings.httpPort(), "HOMEROOM_HTTP_PORT", "the web server");
        port(settings.managementPort(), "HOMEROOM_MANAGEMENT_PORT", "the server's management");
        if (settings.existing() == null) {
            // The embedded database would silently adopt a server left behind on its port.
            port(settings.databasePort(), "HOMEROOM_DB_PORT", "the database");
        }
        space(settings.data());
    }

    static void java(int feature) {
        if (feature < 17) {
            throw new Refused("Homeroom needs JDK 17 or newer, but this is " + feature + ".");
        }
    }

    static void port(int port, String variable, String purpose) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            // A port that a stopped server has just left is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (BindException e) {
            throw new Refused(
                    "Port "
                            + port
                            + " for "
                            + purpose
                            + " is in use, perhaps by another Homeroom: stop that program or set "
                            + variable
                            + ".");
        }
    }

    static void space(Path data) throws IOException {
        Files.createDirectories(data);
        space(data, Files.getFileStore(data).getUsableSpace());
    }

    static void space(Path data, long free) {
        if (free < NEEDED_BYTES) {
            throw new Refused(
                    "The disk of "
                            + data
                            + " has "
                            + free / (1024 * 1024)
                            + " MB left, but Homeroom needs 700: free some or set HOMEROOM_DATA.");
        }
    }
}
