package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages say, they say in every language; and nothing is translated that no page says. */
class TextBundlesTest {

    private static final Path RESOURCES = Path.of("src/main/resources/org/homeroom");

    // What services say; SentencesTest looks where they say it.
    private static final Path SENTENCES =
            Path.of("../persistence/src/main/resources/org/homeroom/kernel");
    private static final String KERNEL = "kernel";
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path SOURCES = Path.of("src/main/java/org/homeroom");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    private static final Pattern QUOTED = Pattern.compile("'([\\w.-]+)'|\"([\\w.-]+)\"");
    private static final Pattern ON_PAGE = Pattern.compile("(\\w+)Text\\['([\\w.-]+)'\\]");
    private static final Pattern IN_JAVA =
            Pattern.compile("(?:TEXTS\\.get|texts\\.of)\\(\\s*\"([\\w.-]+)\"(?!\\s*\\+)");

    /** Comments, scripts, examples of files, and what expressions give. */
    private static final Pattern NOT_SAID =
            Pattern.compile(
                    "(?s)<!--.*?-->|<(script|style|code|pre)\\b.*?</\\1>|<p class=\"hr-code\">.*?</p>"
                            + "|#\\{[^}]*}|<!DOCTYPE[^>]*>");

    private static final Pattern BETWEEN_TAGS =
            Pattern.compile("(?<=>)[^<>]*\\p{L}{2,}[^<>]*(?=<)");
    private static final Pattern SAID_ALOUD =
            Pattern.compile("\\b(aria-label|placeholder|alt|title)=\"[^\"]*\\p{L}{2,}[^\"]*\"");

    private static final Pattern ZONE_IDENTIFIER = Pattern.compile("#\\{[^}]*\\bzone\\.id}");

    @Test
    void everyLanguageHasEveryText() {
        List<String> findings = new ArrayList<>();
        for (String domain : domains()) {
            Set<String> english = texts(domain, Language.EN).keySet();
            for (Language language : Language.values()) {
                Set<String> keys = texts(domain, language).keySet();
                english.stream()
                        .filter(key -> !keys.contains(key))
                        .forEach(key -> findings.add(file(domain, language) + " lacks " + key));
                keys.stream()
                        .filter(key -> !english.contains(key))
                        .forEach(key -> findings.add(file(domain, language) + " alone has " + key));
            }
        }
        assertEquals(List.of(), findings);
    }

    @Test
    void everyTranslationHasTheSameArguments() {
        List<String> findings = new ArrayList<>();
        for (String domain : domains()) {
            Map<String, String> english = texts(domain, Language.EN);
            for (Language language : Language.values()) {
                texts(domain, language)
                        .forEach(
                                (key, text) -> {
                                    String own = english.getOrDefault(key, text);
                                    if (!arguments(text).equals(arguments(own))) {
                                        findings.add(file(domain, language) + ": " + key);
                                    }
                                });
            }
        }
        assertEquals(List.of(), findings);
    }

    /** A straight apostrophe quotes in one place and shows in another; the curly one just shows. */
    @Test
    void everyTextIsAPatternWithoutQuotes() {
        for (String domain : domains()) {
            for (Language language : Language.values()) {
                texts(domain, language)
                        .forEach(
                                (key, text) -> {
                                    String where = file(domain, language) + ": " + key;
                                    assertTrue(!text.contains("'"), where);
                                    assertTrue(!text.isBlank(), where);
                                    assertEquals(
                                            arguments(text).isEmpty(),
                                            new MessageFormat(text, language.locale())
                                                            .getFormats()
                                                            .length
                                                    == 0,
                                            where);
                                });
            }
        }
    }

    @Test
    void everyKeyThatIsAskedForExists() {
        List<String> findings = new ArrayList<>();
        read(PAGES, ".xhtml")
                .forEach(
                        (page, content) ->
                                ON_PAGE.matcher(content)
                                        .results()
                                        .filter(use -> lacks(use.group(1), use.group(2)))
                                        .forEach(use -> findings.add(page + ": " + use.group())));
        read(SOURCES, ".java")
                .forEach(
                        (source, content) ->
                                IN_JAVA.matcher(content)
                                        .results()
                                        .filter(use -> lacks(domain(source), use.group(1)))
                                        .forEach(use -> findings.add(source + ": " + use.group())));
        assertEquals(List.of(), findings);
    }

    @Test
    void everyKeyIsAskedFor() {
        Set<String> said = new TreeSet<>();
        Stream.of(read(PAGES, ".xhtml"), read(SOURCES, ".java"))
                .flatMap(files -> files.values().stream())
                .flatMap(content -> QUOTED.matcher(content).results())
                .map(TextBundlesTest::quoted)
                .forEach(said::add);
        List<String> unused = new ArrayList<>();
        for (String domain : domains()) {
            texts(domain, Language.EN).keySet().stream()
                    .filter(key -> !domain.equals(KERNEL))
                    .filter(key -> !said.contains(key) && !isAssembled(key, said))
                    .forEach(key -> unused.add(domain + ": " + key));
        }
        assertEquals(List.of(), unused);
    }

    /** Words on a page that no text gives it would be the same in every language. */
    @Test
    void noPageSaysAWordByItself() {
        List<String> findings = new ArrayList<>();
        read(PAGES, ".xhtml")
                .forEach(
                        (page, content) -> {
                            String own = NOT_SAID.matcher(content).replaceAll("");
                            Stream.of(BETWEEN_TAGS, SAID_ALOUD)
                                    .flatMap(words -> words.matcher(own).results())
                                    .map(MatchResult::group)
                                    .filter(
                                            words ->
                                                    !words.matches(
                                                            "(?s)\\W*(Homeroom|OneRoster)\\W*"))
                                    .forEach(words -> findings.add(page + ": " + words));
                        });
        assertEquals(List.of(), findings);
    }

    /** Pages name a zone in words, with show.zone(). */
    @Test
    void noPageSaysTheIdentifierOfAZone() {
        List<String> findings = new ArrayList<>();
        read(PAGES, ".xhtml")
                .forEach(
                        (page, content) ->
                                ZONE_IDENTIFIER
                                        .matcher(content)
                                        .results()
                                        .forEach(said -> findings.add(page + ": " + said.group())));
        assertEquals(List.of(), findings);
    }

    private static boolean lacks(String domain, String key) {
        return !texts(domain, Language.EN).containsKey(key);
    }

    // Pages put keys together from a beginning and a name, such as state. and paid.
    private static boolean isAssembled(String key, Set<String> said) {
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            if (said.contains(key.substring(0, dot + 1))) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static Set<String> arguments(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String domain(Path source) {
        return SOURCES.relativize(source).getName(0).toString();
    }

    private static List<String> domains() {
        try (Stream<Path> folders = Files.list(RESOURCES)) {
            return Stream.concat(folders, Stream.of(SENTENCES))
                    .filter(folder -> Files.exists(folder.resolve("texts.properties")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String domain, Language language) {
        return domain
                + (language == Language.EN ? "/texts" : "/texts_" + language.code())
                + ".properties";
    }

    private static Map<String, String> texts(String domain, Language language) {
        String content =
                content(
                        (domain.equals(KERNEL) ? SENTENCES.getParent() : RESOURCES)
                                .resolve(file(domain, language)));
        Map<String, String> texts = new LinkedHashMap<>();
        // Line by line, because reading them all at once would hide a key that stands there twice.
        for (String line : content.lines().toList()) {
            Properties one = new Properties();
            try {
                one.load(new StringReader(line));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (String key : one.stringPropertyNames()) {
                assertTrue(
                        texts.put(key, one.getProperty(key)) == null,
                        () -> file(domain, language) + " has twice " + key);
            }
        }
        return texts;
    }

    private static Map<Path, String> read(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .collect(Collectors.toMap(file -> file, TextBundlesTest::content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
