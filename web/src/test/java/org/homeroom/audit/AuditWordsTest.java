package org.homeroom.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads the audit reads words. */
class AuditWordsTest {

    private static final Pattern ACTION =
            Pattern.compile(
                    "\"((attendance|banking|economy|identity|ledger|operations|payroll|privacy|roster"
                            + "|tenancy|tryout)[.][a-z_]+([.][a-z_]+)?)\"");

    @Test
    void everyActionHasWords() {
        Set<String> without =
                actions()
                        .filter(action -> AuditWords.action(action).equals(action))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), without);
        assertEquals("Pay settings: changed", AuditWords.action("payroll.settings.changed"));
        assertEquals("Student’s record: looked at", AuditWords.action("disclosure.seen"));
        assertEquals("tea.drunk", AuditWords.action("tea.drunk"));
    }

    @Test
    void kindsOfSubjectsHaveWords() {
        assertEquals("Pay run", AuditWords.subject("pay_run"));
        assertNotEquals("student", AuditWords.subject("student"));
        assertEquals("tea", AuditWords.subject("tea"));
    }

    private static Stream<String> actions() {
        try (Stream<Path> files = Files.walk(Path.of("../ejb/src/main/java"))) {
            return files
                    .filter(file -> file.toString().endsWith("Service.java"))
                    .map(AuditWordsTest::read)
                    .filter(source -> source.contains("AuditService"))
                    .flatMap(source -> ACTION.matcher(source).results())
                    .map((MatchResult found) -> found.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
