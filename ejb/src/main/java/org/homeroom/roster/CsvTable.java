package org.homeroom.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header, its columns found by name whatever their order and capitals. */
record CsvTable(String file, Map<String, Integer> columns, List<Row> rows) {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get();
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** One line; columns that the file does not have are empty. */
    record Row(int line, Map<String, Integer> columns, CSVRecord cells) {

        /** Returns the cell without spaces around it, never null. */
        String get(String column) {
            Integer at = columns.get(column.toLowerCase(Locale.ROOT));
            String cell = at == null || at >= cells.size() ? "" : cells.get(at).strip();
            // How harmless exports, ours too, write a text that a spreadsheet would run.
            return cell.matches("(?s)'[=+\\-@].*") ? cell.substring(1) : cell;
        }

        /** Returns the parts of a cell that holds a list. */
        List<String> list(String column) {
            String cell = get(column);
            return cell.isEmpty()
                    ? List.of()
                    : List.of(cell.split(",")).stream()
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .distinct()
                            .toList();
        }
    }

    /** Reads the file; without rows, and with a problem among the findings, when it cannot be. */
    static CsvTable read(String file, byte[] content, List<String> needed, Findings findings) {
        CsvTable none = new CsvTable(file, Map.of(), List.of());
        String text = text(file, content, findings);
        if (text == null) {
            return none;
        }
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            List<Row> rows = new ArrayList<>();
            Map<String, Integer> columns = new HashMap<>();
            long line = 1;
            for (CSVRecord cells : parser) {
                if (columns.isEmpty()) {
                    header(cells, columns);
                } else if (!isBlank(cells)) {
                    rows.add(new Row((int) line, columns, cells));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            List<String> missing =
                    needed.stream()
                            .filter(name -> !columns.containsKey(name.toLowerCase(Locale.ROOT)))
                            .toList();
            if (!missing.isEmpty()) {
                findings.problem(
                        file,
                        1,
                        "MISSING_COLUMN",
                        "The first line does not name " + String.join(", ", missing) + ".");
                return none;
            }
            return new CsvTable(file, columns, rows);
        } catch (UncheckedIOException | IOException | IllegalStateException e) {
            findings.problem(
                    file,
                    null,
                    "BAD_QUOTES",
                    "A quotation mark has no partner: " + e.getMessage() + ".");
            return none;
        }
    }

    private static String text(String file, byte[] content, Findings findings) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer signs = CharBuffer.allocate(content.length + 1);
        CoderResult result = decoder.decode(bytes, signs, true);
        signs.flip();
        String text = signs.toString();
        if (result.isError()) {
            findings.problem(
                    file,
                    lineAt(text, text.length()),
                    "NOT_UTF8",
                    "Here are signs that are not UTF-8. Export the file as UTF-8.");
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (UploadedText.isControl(text.charAt(i))) {
                findings.problem(
                        file,
                        lineAt(text, i),
                        "NOT_TEXT",
                        "Here are signs that do not belong into a text file.");
                return null;
            }
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static int lineAt(String text, int end) {
        return 1 + (int) text.substring(0, end).chars().filter(sign -> sign == '\n').count();
    }

    private static void header(CSVRecord cells, Map<String, Integer> columns) {
        for (int i = 0; i < cells.size(); i++) {
            columns.putIfAbsent(cells.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
    }

    private static boolean isBlank(CSVRecord cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
