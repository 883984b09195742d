package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a service says to people, they read in their language. */
class SentencesTest {

    private static final Path MIGRATIONS =
            Path.of("../persistence/src/main/resources/db/migration");

    /** A capital or an argument, several words, and a sign at the end. */
    private static final Pattern SENTENCE =
            Pattern.compile("(?s)[\\p{Lu}{][^=]* [^=]*\\p{L}[^=]*[.?!]");

    /** These say nothing to people: descriptions for programmers, SQL, and made-up chat. */
    private static final Pattern SILENT =
            Pattern.compile("OpenApi.*|AsyncApi.*|CloseReason|DemonstrationTalk|.*Repository");

    @Test
    void everySentenceOfAServiceIsTranslated() throws IOException {
        Set<String> known = english();
        List<String> missing = new ArrayList<>();
        SpokenSentences.bySource()
                .forEach(
                        (source, texts) ->
                                texts.stream()
                                        .filter(text -> !SILENT.matcher(source).matches())
                                        .filter(text -> SENTENCE.matcher(text).matches())
                                        .filter(text -> !known.contains(straight(text)))
                                        .forEach(text -> missing.add(source + ": " + text)));
        assertEquals("", String.join("\n", missing));
    }

    @Test
    void nothingIsTranslatedThatNobodySays() throws IOException {
        Set<String> said = new HashSet<>();
        SpokenSentences.bySource().values().forEach(said::addAll);
        String stored = migrations();
        assertEquals(
                "",
                english().stream()
                        .filter(text -> !said.contains(text))
                        .filter(
                                text ->
                                        !Arrays.stream(text.split("\\{\\d}"))
                                                .allMatch(stored::contains))
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void whatIsSaidReadsInTheLanguageAskedFor() {
        assertEquals("Ingia kwanza.", Sentences.in(Language.SW, "Sign in first."));
        assertEquals(
                "Ese nombre y ese PIN no van juntos. Queda 1 intento.",
                Sentences.in(Language.ES, "That name and PIN do not go together. 1 try left."));
        assertEquals(
                "Il manque au mot de passe\u00a0: une majuscule, un chiffre.",
                Sentences.in(Language.FR, "A password needs more: a capital letter, a digit."));
        assertEquals(
                "Paie de 6 h 28 min jusqu\u2019au ven. 20 nov.",
                Sentences.in(Language.FR, "Pay for 388 min to Fri 20 Nov"));
        assertEquals(
                "Pago de 7 h 57 min 09 s en clase hasta vie 20 nov",
                Sentences.in(Language.ES, "Pay for 7:57:09 in class to Fri 20 Nov"));
        assertEquals("Sign in first.", Sentences.in(Language.EN, "Sign in first."));
        assertEquals(
                "Pay for 7 h 57 min 09 s in class to Fri 20 Nov",
                Sentences.in(Language.EN, "Pay for 7:57:09 in class to Fri 20 Nov"));
        assertEquals(
                "Daily limit (1 h 20 min) reached",
                Sentences.in(Language.EN, "Daily limit (1.33 h) reached"));
        assertEquals(
                "Kikomo cha siku (2 h)", Sentences.in(Language.SW, "Daily limit (2 h) reached"));
        assertEquals(
                "Pay for the marks of 2 days to Tue 17 Nov: 1 h 30 min",
                Sentences.in(Language.EN, "Pay for the marks of 2 days to Tue 17 Nov: 90 min"));
        assertEquals(
                "Pay for Tue 17 Nov corrected: present → late, 30 min less",
                Sentences.in(
                        Language.EN, "Pay for Tue 17 Nov corrected: present → late, 30 min less"));
    }

    @Test
    void whatAPersonTypedStaysAsItIs() {
        for (String typed :
                List.of(
                        "Helped tidy up",
                        "Pay for 90 min of help",
                        "",
                        "Fri",
                        "{0} of {1}",
                        "12 Oct.")) {
            assertEquals(typed, Sentences.in(Language.FR, typed));
        }
        assertNull(Sentences.in(Language.FR, null));
    }

    private static Set<String> english() {
        ResourceBundle texts =
                ResourceBundle.getBundle("org.homeroom.kernel.texts", Locale.ENGLISH);
        return texts.keySet().stream()
                .map(key -> straight(texts.getString(key)))
                .collect(Collectors.toSet());
    }

    private static String migrations() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file).replace("%s", ""));
            }
        }
        return all.toString();
    }

    private static String straight(String text) {
        return text.replace('\u2019', '\'');
    }
}
