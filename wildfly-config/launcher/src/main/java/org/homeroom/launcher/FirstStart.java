package org.homeroom.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The start that makes the embedded database and the demonstration. It may be stopped half-way; a
 * note beside the database tells the next start how far it came.
 */
final class FirstStart {
    private static final String CLUSTER = "cluster";
    private static final String DEMONSTRATION = "demonstration";

    private final Path database;
    private final Path note;

    /** Knows the database by its directory, whether or not it exists yet. */
    FirstStart(Path database) {
        this.database = database;
        this.note = database.resolveSibling(database.getFileName() + ".unfinished");
    }

    /** Removes a directory in which no database has ever answered. */
    void begin() throws IOException {
        if (stands(CLUSTER)) {
            DirectoryTree.delete(database);
        } else if (!Files.exists(database)) {
            Files.createDirectories(database.getParent());
            Files.writeString(note, CLUSTER);
        }
    }

    /** The database answers; tells whether an earlier start came that far and no further. */
    boolean resumes() throws IOException {
        boolean resumes = stands(DEMONSTRATION);
        if (stands(CLUSTER)) {
            Files.writeString(note, DEMONSTRATION);
        }
        return resumes;
    }

    /** Removes what the earlier start left; the database has been stopped. */
    void beginAnew() throws IOException {
        DirectoryTree.delete(database);
        Files.writeString(note, CLUSTER);
    }

    /** Tells whether this start is the first, from its beginning until it is ready. */
    boolean isUnderWay() {
        return Files.exists(note);
    }

    /** From now on the database is kept, whatever is in it. */
    void finished() throws IOException {
        Files.deleteIfExists(note);
    }

    private boolean stands(String step) throws IOException {
        return Files.exists(note) && Files.readString(note).equals(step);
    }
}
