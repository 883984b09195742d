package org.homeroom.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {

    @TempDir Path data;
    private Path database;

    @BeforeEach
    void chooses() {
        database = data.resolve("data/postgresql-17");
    }

    @Test
    void oneThatIsBrokenOffIsBegunAnew() throws IOException {
        assertFalse(new FirstStart(database).begin());
        Path half = Files.createFile(Files.createDirectories(database).resolve("half"));

        assertTrue(new FirstStart(database).begin());

        assertFalse(Files.exists(half));
        assertTrue(new FirstStart(database).begin(), "broken off again");
    }

    @Test
    void afterOneThatWasReadyTheDatabaseIsKept() throws IOException {
        FirstStart first = new FirstStart(database);
        first.begin();
        Path whole = Files.createFile(Files.createDirectories(database).resolve("whole"));
        first.finished();

        assertFalse(new FirstStart(database).begin());

        assertTrue(Files.exists(whole));
    }

    @Test
    void onlyTheFirstSaysThatItIs() throws IOException {
        FirstStart first = new FirstStart(database);
        assertFalse(first.isUnderWay());
        first.begin();
        assertTrue(first.isUnderWay());
        Files.createDirectories(database);
        first.finished();
        assertFalse(first.isUnderWay());

        FirstStart later = new FirstStart(database);
        later.begin();

        assertFalse(later.isUnderWay());
    }

    @Test
    void aDatabaseOfAnOlderBuildIsKept() throws IOException {
        Path whole = Files.createFile(Files.createDirectories(database).resolve("whole"));

        assertFalse(new FirstStart(database).begin());

        assertTrue(Files.exists(whole));
    }
}
