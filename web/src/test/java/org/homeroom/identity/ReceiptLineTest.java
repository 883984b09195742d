package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeroom.identity.ErasureRepository.AccountTable;
import org.junit.jupiter.api.Test;

/** Whatever a receipt says, people read it in their language. */
class ReceiptLineTest {

    private static final Path SERVICES = Path.of("../ejb/src/main/java/org/homeroom");
    private static final Pattern CALL =
            Pattern.compile("\\.(?:went|stayed)\\((.*?)\\);", Pattern.DOTALL);
    private static final Pattern WORDS = Pattern.compile("\"([^\"]{3,})\"");

    @Test
    void everyLineHasItsWords() throws IOException {
        ResourceBundle texts =
                ResourceBundle.getBundle("org.homeroom.identity.texts", Locale.ENGLISH);
        TreeSet<String> missing = new TreeSet<>();
        Stream.concat(written(), tables())
                .filter(words -> !texts.containsKey(ReceiptLine.key(words)))
                .forEach(missing::add);
        assertEquals(List.of(), List.copyOf(missing));
    }

    private static Stream<String> tables() {
        return Arrays.stream(AccountTable.values())
                .map(table -> table.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static Stream<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(SERVICES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> CALL.matcher(read(file)).results())
                    .flatMap(call -> WORDS.matcher(joined(call.group(1))).results())
                    .map(found -> found.group(1))
                    .toList()
                    .stream();
        }
    }

    // A sentence over two lines is one.
    private static String joined(String call) {
        return call.replaceAll("\"\\s*\\+\\s*\"", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
