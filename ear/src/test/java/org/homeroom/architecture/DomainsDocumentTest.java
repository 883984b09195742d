package org.homeroom.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table that people read and the table that the build enforces are the same table. */
class DomainsDocumentTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|[^|]*\\|([^|]*)\\|$");
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");

    @Test
    void tellsTheEdgesThatTheBuildEnforces() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "domains.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Set<String> imports = new TreeSet<>();
                Matcher word = WORD.matcher(row.group(2));
                while (word.find()) {
                    imports.add(word.group(1));
                }
                told.put(row.group(1), imports);
            }
        }

        Map<String, Set<String>> enforced = new TreeMap<>();
        for (String domain : DomainTable.domains()) {
            Set<String> imports = new TreeSet<>(DomainTable.mayImport(domain));
            imports.remove(domain);
            enforced.put(domain, imports);
        }
        assertEquals(enforced, told);
    }
}
