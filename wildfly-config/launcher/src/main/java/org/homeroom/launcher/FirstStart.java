package org.homeroom.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The start that makes the embedded database and the demonstration. One that is stopped half-way
 * leaves nothing that anybody could sign in to, so the next begins anew.
 */
final class FirstStart {
    private final Path database;
    private final Path unfinished;

    /** Knows the database by its directory, whether or not it exists yet. */
    FirstStart(Path database) {
        this.database = database;
        this.unfinished = database.resolveSibling(database.getFileName() + ".unfinished");
    }

    /** Removes what a broken-off first start left; tells whether there was such a one. */
    boolean begin() throws IOException {
        boolean brokenOff = Files.exists(unfinished);
        if (brokenOff) {
            DirectoryTree.delete(database);
        } else if (!Files.exists(database)) {
            Files.createDirectories(database.getParent());
            Files.createFile(unfinished);
        }
        return brokenOff;
    }

    /** Tells whether this start is the first, from its beginning until it is ready. */
    boolean isUnderWay() {
        return Files.exists(unfinished);
    }

    /** From now on the database is kept. */
    void finished() throws IOException {
        Files.deleteIfExists(unfinished);
    }
}
