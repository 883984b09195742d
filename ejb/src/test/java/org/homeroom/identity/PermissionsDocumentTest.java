package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/permissions.md shows the table of permissions as it is. The page as it should be lands in
 * {@code target/permissions.md}.
 */
class PermissionsDocumentTest {

    private static final Path PAGE = Path.of("../docs/permissions.md");
    private static final Path MADE = Path.of("target/permissions.md");
    private static final String MARK =
            "<!-- From here on written by PermissionsDocumentTest. -->\n";

    @Test
    void thePageShowsTheTable() throws IOException {
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(MARK) + MARK.length());
        String wanted = head + table() + ways();
        Files.writeString(MADE, wanted);

        assertTrue(wanted.equals(page), "copy ejb/" + MADE + " to docs/permissions.md");
    }

    private static String table() {
        List<String> lines = new ArrayList<>();
        lines.add("\n## Rights and roles\n");
        lines.add("| Right | " + String.join(" | ", Roles.ALL) + " |");
        lines.add("|---|" + "---|".repeat(Roles.ALL.size()));
        for (Permission right : Permission.values()) {
            lines.add(
                    Roles.ALL.stream()
                            .map(role -> right.roles().contains(role) ? "yes" : "")
                            .collect(
                                    Collectors.joining(
                                            " | ",
                                            "| `" + right.name().toLowerCase() + "` | ",
                                            " |")));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String ways() {
        StringBuilder text = new StringBuilder("\n## Ways to each right\n");
        for (Permission right : Permission.values()) {
            text.append("\n### `").append(right.name().toLowerCase()).append("`\n\n");
            right.ways().forEach(way -> text.append("- `").append(way).append("`\n"));
        }
        return text.toString();
    }
}
