package org.homeroom.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a class list. Each line is parsed by itself, because none of the four values may span
 * lines: a quotation mark that is never closed then costs its own line and not the rest of the
 * file.
 */
final class RosterFile {

    /** A school has no longer list; a longer file is some other file. */
    static final int MOST_LINES = 20_000;

    private static final char[] DELIMITERS = {',', ';', '\t'};

    private final CSVFormat format;
    private final Map<RosterColumn, Integer> columns;
    private final RosterCells cells;

    private RosterFile(CSVFormat format, Map<RosterColumn, Integer> columns, RosterCells cells) {
        this.format = format;
        this.columns = columns;
        this.cells = cells;
    }

    /**
     * Reads all lines below the header; lines without any value are passed over.
     *
     * @throws UnreadableList when the file as a whole is no class list
     */
    static List<RosterLine> read(byte[] content, LocalDate today) {
        List<String> lines = UploadedText.lines(content);
        RosterFile file = withHeader(lines.get(0), new RosterCells(today));
        if (lines.size() > MOST_LINES) {
            throw new UnreadableList(
                    "The file has more than 20,000 lines. Split it and upload the parts.");
        }
        List<RosterLine> read = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            file.read(i + 1, lines.get(i), read);
        }
        if (read.isEmpty()) {
            throw new UnreadableList(
                    "There are no students below the first line. Add one line for each.");
        }
        return read;
    }

    private static RosterFile withHeader(String header, RosterCells cells) {
        for (char delimiter : DELIMITERS) {
            CSVFormat format =
                    CSVFormat.DEFAULT
                            .builder()
                            .setDelimiter(delimiter)
                            .setIgnoreSurroundingSpaces(true)
                            .get();
            Map<RosterColumn, Integer> columns = columns(split(format, header));
            if (columns.size() == RosterColumn.values().length) {
                return new RosterFile(format, columns, cells);
            }
        }
        throw new UnreadableList(
                "The first line must be: First Name, Last Name, Date of Birth (MM/DD/YYYY), Period/Block."
                        + " Download the template to see it.");
    }

    private static Map<RosterColumn, Integer> columns(List<String> header) {
        Map<RosterColumn, Integer> columns = new EnumMap<>(RosterColumn.class);
        for (int i = 0; i < header.size(); i++) {
            for (RosterColumn column : RosterColumn.values()) {
                if (column.isTitled(header.get(i))) {
                    columns.putIfAbsent(column, i);
                }
            }
        }
        return columns;
    }

    private void read(int line, String text, List<RosterLine> read) {
        if (text.indexOf(UploadedText.BROKEN) >= 0
                || text.chars().anyMatch(UploadedText::isControl)) {
            read.add(
                    refused(
                            line,
                            "NOT_UTF8",
                            "This line has signs that are not UTF-8 text."
                                    + " Save the list as CSV UTF-8 and upload it again."));
            return;
        }
        List<String> values = split(format, text);
        if (values.isEmpty() && !text.isBlank()) {
            read.add(
                    refused(
                            line,
                            "BAD_QUOTES",
                            "A quotation mark on this line has no partner."
                                    + " Put one before and one after the value, and double those inside."));
        } else if (values.stream().anyMatch(value -> !value.isBlank())) {
            read.add(cells.check(line, values, columns));
        }
    }

    private static RosterLine refused(int line, String code, String message) {
        return new RosterLine.Refused(line, code, null, null, message);
    }

    /**
     * Returns the values of the line, none when it is blank or its quotation marks do not pair up.
     */
    private static List<String> split(CSVFormat format, String line) {
        try (CSVParser parser = CSVParser.parse(line, format)) {
            return StreamSupport.stream(parser.spliterator(), false)
                    .findFirst()
                    .map(CSVRecord::toList)
                    .orElse(List.of());
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
