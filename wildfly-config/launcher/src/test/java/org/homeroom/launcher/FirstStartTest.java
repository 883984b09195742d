package org.homeroom.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    void aClusterThatNeverAnsweredIsMadeAnew() throws IOException {
        new FirstStart(database).begin();
        Path half = Files.createFile(Files.createDirectories(database).resolve("half"));

        new FirstStart(database).begin();

        assertFalse(Files.exists(half));
    }

    @Test
    void aDatabaseThatAnsweredIsNeverDeletedWithItsDirectory() throws IOException {
        Path kept = answered();

        FirstStart next = new FirstStart(database);
        next.begin();

        assertTrue(Files.exists(kept));
        assertTrue(next.resumes());
    }

    @Test
    void afterOneThatWasReadyNothingIsUnfinished() throws IOException {
        Path kept = answered();
        new FirstStart(database).finished();

        FirstStart next = new FirstStart(database);
        next.begin();

        assertTrue(Files.exists(kept));
        assertFalse(next.resumes());
    }

    @Test
    void aDatabaseOfAnOlderBuildIsKept() throws IOException {
        Path kept = Files.createFile(Files.createDirectories(database).resolve("kept"));

        FirstStart next = new FirstStart(database);
        next.begin();

        assertTrue(Files.exists(kept));
        assertFalse(next.resumes());
        assertEquals(1, Files.list(database.getParent()).count(), "no note is left");
    }

    @Test
    void whatIsNotWholeIsBegunAnewAsIfItWereTheFirst() throws IOException {
        Path half = answered();
        FirstStart next = new FirstStart(database);
        next.begin();
        assertTrue(next.resumes());

        next.beginAnew();

        assertFalse(Files.exists(half));
        assertFalse(next.resumes());
        assertTrue(next.isUnderWay());
    }

    @Test
    void onlyTheFirstSaysThatItIs() throws IOException {
        assertFalse(new FirstStart(database).isUnderWay());
        answered();
        assertTrue(new FirstStart(database).isUnderWay());
        new FirstStart(database).finished();

        FirstStart later = new FirstStart(database);
        later.begin();

        assertFalse(later.isUnderWay());
    }

    private Path answered() throws IOException {
        FirstStart first = new FirstStart(database);
        first.begin();
        Path kept = Files.createFile(Files.createDirectories(database).resolve("kept"));
        assertFalse(first.resumes());
        return kept;
    }
}
