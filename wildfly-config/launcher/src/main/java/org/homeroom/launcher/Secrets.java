package org.homeroom.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Random passwords of one data directory, in a file that its owner alone may read. */
final class Secrets {
    private final Path file;
    private final Properties values = new Properties();

    Secrets(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                values.load(in);
            }
        }
    }

    /** Returns the password of that name, drawing it when it is asked for the first time. */
    String password(String name) throws IOException {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        values.setProperty(name, draw());
        save();
        return values.getProperty(name);
    }

    /** Returns the password of that name when there is one, else one that is kept nowhere. */
    String known(String name) {
        String known = values.getProperty(name);
        return known == null ? draw() : known;
    }

    /** Draws a password of 48 hex digits. */
    static String draw() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private void save() throws IOException {
        if (!Files.exists(file)) {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            values.store(out, "Passwords of the database beside this file");
        }
    }
}
